package import EventLog

/// Somebody said whether an alert of the incident helped; without a verdict they took that back.
package struct AlertJudged: EventPayload {
  package static let kind = "incident.alert_judged"
  package static var redactable: Set<String> { ["name"] }

  package var alert: StreamID
  /// The rule's name, so that the entry can be read by itself.
  package var name: String
  package var verdict: AlertVerdict?
}

/// Somebody said that an alert was missing: what should have fired.
package struct AlertMissed: EventPayload {
  package static let kind = "incident.alert_missed"
  package static var correctable: Set<String> { ["text"] }

  package var text: String
}
