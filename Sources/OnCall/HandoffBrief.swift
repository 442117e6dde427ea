package import EventLog

/// What whoever takes over has to know, on one screen: what is open and whose, what runs, what was decided, what is
/// promised. Parts that hold nothing are left out.
package struct HandoffBrief: Hashable, Sendable {
  /// A part with its lines ("Open incidents").
  package struct Part: Hashable, Sendable {
    package var title: String
    package var lines: [String]

    package init(_ title: String, _ lines: [String]) {
      self.title = title
      self.lines = lines
    }
  }

  package var role: DutyRole
  package var from: String
  package var to: String?
  package var handoffAt: Instant
  package var parts: [Part]
  /// What the one who hands over adds.
  package var note: String?

  package init(
    role: DutyRole, from: String, to: String?, handoffAt: Instant, parts: [Part], note: String? = nil
  ) {
    self.role = role
    self.from = from
    self.to = to
    self.handoffAt = handoffAt
    self.parts = parts
    self.note = note
  }

  /// The lines of a part that are shown before the rest is only counted, so that all of it stays one screen.
  package static let mostLines = 5

  package var lines: [String] {
    var lines = ["\(role.rawValue): \(from) to \(to ?? "nobody"), \(handoffAt.utcText)"]
    if let note, !note.isEmpty { lines.append("Note: \(note)") }
    let filled = parts.filter { !$0.lines.isEmpty }
    if filled.isEmpty { lines.append("Nothing is open: no incident, no run, no promise.") }
    for part in filled {
      lines.append(part.title)
      lines += part.lines.prefix(Self.mostLines).map { "  " + $0 }
      if part.lines.count > Self.mostLines { lines.append("  and \(part.lines.count - Self.mostLines) more") }
    }
    return lines
  }

  package var text: String { lines.joined(separator: "\n") }
}
