package import EventLog

/// Where words were begun: the composer of an incident, or the line that a command asks for.
package struct DraftPlace: Hashable, Sendable {
  /// Without blanks, and the same each time that the place is opened.
  package let name: String

  /// - Returns: nil where no place can be called so.
  package init?(name: some StringProtocol) {
    guard !name.isEmpty, !name.contains(" ") else { return nil }
    self.name = String(name)
  }

  /// What is written on an incident's timeline.
  package static func composer(_ incident: StreamID) -> DraftPlace { DraftPlace(parts: [incident.name]) }

  /// The line of a command.
  /// - Parameters:
  ///   - command: the registry's id.
  ///   - subject: what it is about; empty where it is about nothing yet.
  ///   - chosen: what the line is the reason for, where something was chosen before.
  static func line(_ command: String, about subject: String, chosen: String? = nil) -> DraftPlace {
    DraftPlace(parts: [command, subject] + (chosen.map { [$0] } ?? []))
  }

  private init(parts: [String]) {
    name = parts.map { $0.split(separator: " ").joined(separator: "_") }.joined(separator: "|")
  }
}
