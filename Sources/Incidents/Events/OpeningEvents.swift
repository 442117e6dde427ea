package import EventLog

/// An admitted alert opened an incident: triggered, its severity provisional.
package struct IncidentOpened: EventPayload {
  package static let kind = "incident.opened"
  package static var correctable: Set<String> { ["title"] }
  /// The key too, as it holds labels: erasing it means that later alerts no longer join this incident.
  package static var redactable: Set<String> { ["title", "service", "ruleFamily", "admissionKey", "because"] }

  package var number: Int
  package var title: String
  package var service: String?
  package var tier: Int?
  package var severity: Severity
  package var ruleFamily: String
  package var admissionKey: String
  /// The alert that opened it.
  package var alert: StreamID
  /// When the alert says it began; taken as the impact start, approximately, until somebody knows better.
  package var startsAt: Instant
  /// Why this alert opened an incident, in words ("severity critical opens SEV1").
  package var because: String
}

/// A person declared an incident: acknowledged, its severity confirmed.
package struct IncidentDeclared: EventPayload {
  package static let kind = "incident.declared"
  package static var correctable: Set<String> { ["title"] }
  package static var redactable: Set<String> { ["title", "service"] }

  package var number: Int
  package var title: String
  package var service: String?
  package var tier: Int?
  package var severity: Severity
  package var impactStarted: TimePoint?
}
