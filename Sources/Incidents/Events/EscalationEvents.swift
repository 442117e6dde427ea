package import EventLog

/// Nobody has the incident: people are paged level by level from now on.
package struct EscalationBegan: EventPayload {
  package static let kind = "escalation.began"
  package static var redactable: Set<String> { ["firstTo", "because"] }

  /// Counted from 1 in its incident.
  package var run: Int
  /// In the first run: the incident keeps it.
  package var policy: EscalationPolicy?
  package var severity: Severity
  /// The first level that is paged; those before it are passed over.
  package var level: Int
  /// What the times of the levels count from.
  package var anchor: Instant
  /// The person who is paged in place of that level.
  package var firstTo: String?
  package var because: String
}

/// A level's time came.
package struct LevelReached: EventPayload {
  package static let kind = "escalation.level_reached"
  package static var redactable: Set<String> { ["people", "because"] }

  package var run: Int
  package var round: Int
  package var level: Int
  package var severity: Severity
  package var targets: [EscalationTarget]
  /// Whom that meant at this moment.
  package var people: [String]
  package var dueAt: Instant
  /// Nobody new stands behind it, so the next level follows at once.
  package var isPassedOn: Bool
  /// Further targets of a level that was reached before, because the severity rose.
  package var isMore: Bool?
  package var because: String
}

/// Nobody has to be woken any more.
package struct EscalationStopped: EventPayload {
  package static let kind = "escalation.stopped"
  package static var redactable: Set<String> { ["person"] }

  /// What stopped it.
  package enum Reason: String, Sendable, Codable, CaseIterable {
    case acknowledged, mitigated, resolved, closed
    /// Another pager wakes people for the service now, or none.
    case pagerChanged = "pager_changed"
  }

  package var run: Int
  package var because: Reason
  /// Who has it.
  package var person: String?
  /// Whether that person had been paged.
  package var wasPaged: Bool?
  /// The level that was reached.
  package var level: Int
}
