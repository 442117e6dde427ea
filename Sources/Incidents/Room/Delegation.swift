package import EventLog

/// A task that one person has, and until when they come back.
package struct Delegation: Hashable, Sendable, Codable {
  /// How far it is.
  package enum State: String, Sendable, Codable, CaseIterable { case given, understood, done, dropped }

  package var id: EventID
  package var number: Int
  package var person: String
  package var text: String
  package var givenBy: String
  package var givenAt: Instant
  package var dueAt: Instant?
  package var state = State.given
  package var endedAt: Instant?
  /// What came of it, or why it was dropped.
  package var note: String?
  package var carriedFrom: StreamID?
  /// The kind of its promise on a clock.
  package var clock: String

  package var isOpen: Bool { state == .given || state == .understood }
}
