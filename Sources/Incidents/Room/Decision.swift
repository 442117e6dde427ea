package import EventLog

/// A decision, or one that objections are still waited for.
package struct Decision: Hashable, Sendable, Codable {
  /// How it stands.
  package enum State: String, Sendable, Codable, CaseIterable { case proposed, made, dropped }

  /// A strong objection, and what the person does in the incident.
  package struct Objection: Hashable, Sendable, Codable {
    package var person: String
    package var role: Role?
    package var text: String
    package var at: Instant
  }

  package var id: EventID
  package var number: Int
  package var text: String
  package var person: String
  package var at: Instant
  package var state: State
  package var knew: String?
  package var options: [String] = []
  package var objections: [Objection] = []
  package var dueAt: Instant?
  package var settledAt: Instant?
  package var settledBy: String?
  package var note: String?
  /// The kind of its promise on a clock, where there is a poll.
  package var clock: String?
}
