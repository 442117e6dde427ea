package import EventLog

/// How bad it is was set, by a person or by an alert that joined.
package struct SeveritySet: EventPayload {
  package static let kind = "incident.severity_set"
  package static var correctable: Set<String> { ["reason"] }

  package var severity: Severity
  package var isConfirmed: Bool
  package var reason: String?
}

/// The title, the service or its tier was put right.
package struct IncidentEdited: EventPayload {
  package static let kind = "incident.edited"
  package static var redactable: Set<String> { ["title", "service"] }

  package var title: String?
  package var service: String?
  package var tier: Int?
}

/// Some of the five times are known better now.
package struct TimesSet: EventPayload {
  package static let kind = "incident.times_set"
  package static var correctable: Set<String> { ["reason"] }

  package var times: IncidentTimes
  package var reason: String?
}

/// A role changed hands; no person gives it up.
package struct RoleAssigned: EventPayload {
  package static let kind = "incident.role_assigned"
  package static var correctable: Set<String> { ["reason"] }
  package static var redactable: Set<String> { ["person", "reason"] }

  package var role: Role
  package var person: String?
  /// The person said yes to an offer.
  package var isAccepted: Bool?
  /// Why it was taken from somebody who had not offered it.
  package var reason: String?
}

/// What users feel, in one sentence.
package struct ImpactSet: EventPayload {
  package static let kind = "incident.impact_set"
  package static var correctable: Set<String> { ["text"] }

  package var text: String
}

/// Condition, actions, needs.
package struct ReportSet: EventPayload {
  package static let kind = "incident.report_set"
  package static var correctable: Set<String> { ["condition", "actions", "needs"] }

  package var condition: String
  package var actions: String
  package var needs: String
}

/// The two or three sentences that open the post-mortem.
package struct SummarySet: EventPayload {
  package static let kind = "incident.summary_set"
  package static var correctable: Set<String> { ["text"] }

  package var text: String
}

/// Where people meet: a bridge to dial, a channel to read.
package struct MeetingPointSet: EventPayload {
  package static let kind = "incident.meeting_point_set"
  package static var correctable: Set<String> { ["bridgeURL", "channel"] }

  package var bridgeURL: String?
  package var channel: String?
}

/// The actor's last command was taken back: what it had changed stands again as it stood before.
package struct CommandUndone: EventPayload {
  package static let kind = "incident.command_undone"
  package static var redactable: Set<String> { ["what", "title", "service", "verification", "waiver"] }

  package var target: EventID
  /// What was undone, in words.
  package var what: String
  package var status: Status
  package var resolution: Resolution?
  package var severity: Severity
  package var isSeverityConfirmed: Bool
  package var title: String
  package var service: String?
  package var tier: Int?
  package var times: IncidentTimes
  package var acknowledgedAt: Instant?
  package var acknowledgedBy: String?
  package var verification: String?
  package var roles: [RoleInterval]
  package var offers: [RoleOffer]?
  package var closedAt: Instant?
  package var waiver: String?
}
