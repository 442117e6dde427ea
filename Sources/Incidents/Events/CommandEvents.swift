package import EventLog

/// A role is offered to somebody, who has it only once they accept.
package struct RoleOffered: EventPayload {
  package static let kind = "incident.role_offered"
  package static var redactable: Set<String> { ["person", "holder"] }

  package var role: Role
  package var person: String
  /// Who holds it until then.
  package var holder: String?
  /// Until when an answer is promised.
  package var dueAt: Instant
}

/// An offered role is not taken, or no longer offered.
package struct RoleDeclined: EventPayload {
  package static let kind = "incident.role_declined"
  package static var correctable: Set<String> { ["reason"] }
  package static var redactable: Set<String> { ["person", "reason"] }

  package var role: Role
  package var person: String
  package var reason: String?
}

/// A link or a digest proves something: an entry, or the incident as a whole.
package struct EvidenceLinked: EventPayload {
  package static let kind = "evidence.linked"
  package static var correctable: Set<String> { ["link", "note"] }

  /// The entry that it proves; nil for the incident.
  package var entry: EventID?
  package var link: String
  package var note: String?
}

/// The incident may rest until then: it is listed below what needs somebody now.
package struct IncidentSnoozed: EventPayload {
  package static let kind = "incident.snoozed"
  package static var correctable: Set<String> { ["reason"] }

  /// Nil ends a rest before its time.
  package var until: Instant?
  package var reason: String?
}

/// Nobody wrote anything for so long while its alerts fire that the acknowledge no longer counts.
package struct AcknowledgeTimedOut: EventPayload {
  package static let kind = "incident.acknowledge_timed_out"
  package static var redactable: Set<String> { ["person"] }

  /// Whose acknowledge it was.
  package var person: String?
  package var silence: Int64
  /// The person had been asked to answer, because an alert fires again or raised the severity.
  package var isUnanswered: Bool?
}
