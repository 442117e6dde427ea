package import EventLog

/// Somebody has it.
package struct IncidentAcknowledged: EventPayload {
  package static let kind = "incident.acknowledged"
  package init() {}
}

/// The acknowledge is taken back.
package struct IncidentUnacknowledged: EventPayload {
  package static let kind = "incident.unacknowledged"
  package static var correctable: Set<String> { ["reason"] }

  package var reason: String?
}

/// Users no longer feel it; the work goes on.
package struct IncidentMitigated: EventPayload {
  package static let kind = "incident.mitigated"
  package static var correctable: Set<String> { ["note"] }

  package var note: String?
}

/// Fully back.
package struct IncidentResolved: EventPayload {
  package static let kind = "incident.resolved"
  package static var correctable: Set<String> { ["verifiedBy", "note"] }

  package var resolution: Resolution
  /// The check or the words that prove the recovery; nil leaves the RTO verdict unverified.
  package var verifiedBy: String?
  package var note: String?
}

/// Done with, the review included.
package struct IncidentClosed: EventPayload {
  package static let kind = "incident.closed"
  package static var correctable: Set<String> { ["waiver"] }

  /// Why no post-mortem was written, where one was owed.
  package var waiver: String?
}

/// It was none, or belongs to another one: kept on record, out of the figures.
package struct IncidentCancelled: EventPayload {
  package static let kind = "incident.cancelled"
  package static var correctable: Set<String> { ["note"] }

  package var because: Resolution
  package var note: String?
}

/// A resolved or closed incident is taken up again.
package struct IncidentReopened: EventPayload {
  package static let kind = "incident.reopened"
  package static var correctable: Set<String> { ["reason"] }

  package var reason: String
}

/// An alert of the incident fires again.
package struct AlertRefired: EventPayload {
  package static let kind = "incident.refired"
  package static var redactable: Set<String> { ["name"] }

  package var alert: StreamID
  package var name: String
}

/// No alert of the incident fires any more.
package struct AlertsCleared: EventPayload {
  package static let kind = "incident.alerts_cleared"
  package init() {}
}
