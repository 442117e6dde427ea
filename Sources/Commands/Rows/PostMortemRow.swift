package import EventLog
package import Incidents
package import Review

/// How far the post-mortem of an incident is: a line of `postmortem list`.
package struct PostMortemRow: Hashable, Sendable {
  package var incident: StreamID
  package var label: String
  package var title: String
  package var severity: Severity
  package var isSeverityStated: Bool
  package var isDrill: Bool
  /// When the incident was over.
  package var endedAt: Instant?
  /// Nil where one is owed and nobody has begun.
  package var stage: ReviewStage?
  /// Why it was closed without one.
  package var waiver: String?
  package var owner: String?
  package var reviewedBy: String?
  /// When the review is to be held; nil where none is owed.
  package var due: Deadline?
  package var actions: [ActionItem]

  package init(
    incident: StreamID, label: String, title: String, severity: Severity, isSeverityStated: Bool = true,
    isDrill: Bool = false, endedAt: Instant? = nil, stage: ReviewStage? = nil, waiver: String? = nil,
    owner: String? = nil, reviewedBy: String? = nil, due: Deadline? = nil, actions: [ActionItem] = []
  ) {
    self.incident = incident
    self.label = label
    self.title = title
    self.severity = severity
    self.isSeverityStated = isSeverityStated
    self.isDrill = isDrill
    self.endedAt = endedAt
    self.stage = stage
    self.waiver = waiver
    self.owner = owner
    self.reviewedBy = reviewedBy
    self.due = due
    self.actions = actions
  }

  package var openActions: [ActionItem] { actions.filter { $0.state == .open } }

  /// The review was held or given up, and nothing is left to do.
  package var isDone: Bool { (waiver != nil || stage?.isReviewed == true) && openActions.isEmpty }

  package func isReviewOverdue(at now: Instant) -> Bool { due.map { $0.isOpen && $0.dueAt < now } ?? false }

  /// The review, or one of its action items, was to be done by now.
  package func isOverdue(at now: Instant) -> Bool {
    isReviewOverdue(at: now) || actions.contains { $0.isOverdue(at: now) }
  }

  /// The promise of it that ends first: the review, or an action item.
  package var next: Deadline? {
    let items = openActions.compactMap { item in
      item.dueAt.map {
        Deadline(
          kind: ActionClock.kind(item.number), dueAt: $0, target: item.owner, rule: "action item A\(item.number)")
      }
    }
    return (items + [due].compactMap { $0 }).filter(\.isOpen).min { $0.dueAt < $1.dueAt }
  }

  /// "in review", "waived", "not begun".
  package var stageWords: String {
    if waiver != nil, stage?.isReviewed != true { return "waived" }
    return stage?.title.lowercased() ?? "not begun"
  }

  /// What comes due first stands first; what has no date after it, the newest incident on top.
  package static func precedes(_ left: PostMortemRow, _ right: PostMortemRow) -> Bool {
    func key(_ row: PostMortemRow) -> (Int, Int64, Int64, String) {
      (row.isDone ? 1 : 0, row.next?.dueAt.milliseconds ?? .max, -(row.endedAt?.milliseconds ?? 0), row.label)
    }
    return key(left) < key(right)
  }

  /// The object of `postmortem list --json`.
  package func json(at now: Instant) -> JSONValue {
    .object([
      "incident": .string(label), "id": .string(incident.name), "title": .string(title),
      "severity": .string(isSeverityStated ? severity.name : "unstated"), "drill": .bool(isDrill),
      "ended_at": .time(endedAt), "stage": .text(stage?.rawValue), "waiver": .text(waiver), "owner": .text(owner),
      "reviewed_by": .text(reviewedBy), "due_at": .time(due?.dueAt), "due_state": .text(due?.state(at: now).rawValue),
      "overdue": .bool(isOverdue(at: now)), "actions_open": .integer(Int64(openActions.count)),
      "actions": .integer(Int64(actions.count)), "done": .bool(isDone),
    ])
  }
}
