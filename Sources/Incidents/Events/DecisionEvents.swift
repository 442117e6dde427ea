package import EventLog

/// A decision is put to everybody: what is known, what could be done, and until when strong objections are heard.
package struct DecisionProposed: EventPayload {
  package static let kind = "decision.proposed"
  package static var correctable: Set<String> { ["text", "knew"] }
  package static var redactable: Set<String> { ["text", "knew", "options"] }

  /// From 1 on in its incident, counted together with the decisions that were simply written down.
  package var number: Int
  package var text: String
  /// What was known when it was put.
  package var knew: String?
  package var options: [String]
  /// Until when objections are waited for.
  package var dueAt: Instant
}

/// Somebody objects strongly.
package struct DecisionObjected: EventPayload {
  package static let kind = "decision.objected"
  package static var correctable: Set<String> { ["text"] }

  package var decision: EventID
  package var number: Int
  /// What the person does in the incident; nil where none was given to them.
  package var role: Role?
  package var text: String
}

/// The poll is over: the decision stands, or it is dropped.
package struct DecisionSettled: EventPayload {
  package static let kind = "decision.settled"
  package static var correctable: Set<String> { ["note"] }
  package static var redactable: Set<String> { ["what", "note"] }

  package var decision: EventID
  package var number: Int
  package var isMade: Bool
  /// The decision in words, so that the line reads by itself.
  package var what: String
  /// How many objections were heard.
  package var objections: Int
  package var note: String?
}
