package import EventLog

/// Somebody suspects a cause.
package struct HypothesisAdded: EventPayload {
  package static let kind = "hypothesis.added"
  package static var correctable: Set<String> { ["text"] }

  /// From 1 on in its incident.
  package var number: Int
  package var text: String
}

/// Evidence speaks for it.
package struct HypothesisConfirmed: EventPayload {
  package static let kind = "hypothesis.confirmed"
  package static var correctable: Set<String> { ["evidence"] }
  package static var redactable: Set<String> { ["what", "evidence"] }

  package var hypothesis: EventID
  package var number: Int
  package var what: String
  package var evidence: String?
}

/// Evidence speaks against it.
package struct HypothesisRuledOut: EventPayload {
  package static let kind = "hypothesis.ruled_out"
  package static var correctable: Set<String> { ["evidence"] }
  package static var redactable: Set<String> { ["what", "evidence"] }

  package var hypothesis: EventID
  package var number: Int
  package var what: String
  package var evidence: String
}
