package import EventLog

/// The right of one process to do something that must be done once, until it runs out or is given back.
package struct Lease: Hashable, Sendable {
  /// Who has it.
  package struct Holder: Hashable, Sendable {
    package var node: String
    package var host: String
    package var process: Int
    /// What it is ("serve", "console").
    package var role: String

    package init(node: String, host: String, process: Int, role: String) {
      self.node = node
      self.host = host
      self.process = process
      self.role = role
    }
  }

  /// The name of the watch's: whoever has it wakes people and sends letters.
  package static let watch = "watch"

  /// What it is for ("watch").
  package var name: String
  /// Rises with every change of hands: whoever shows an older one has lost it.
  package var fence: Int64
  package var holder: Holder
  package var since: Instant
  package var until: Instant

  /// Whether it has not run out.
  package func isHeld(at now: Instant) -> Bool { now < until }
}
