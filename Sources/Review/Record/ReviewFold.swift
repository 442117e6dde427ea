package import EventLog

/// How the events of a review become its record. Two people may write one section: what was not based on the other's
/// text stands beside it.
package enum ReviewFold: Folding {
  package static let streamKind = "review"
  package static let version = 2
  package static let payloads: [any EventPayload.Type] = [
    ReviewOwned.self, ReviewMoved.self, SectionSaved.self, GapExplained.self, FindingAccepted.self, FactorNamed.self,
    FactorAccepted.self, ActionAdded.self, ActionChanged.self, ActionMoved.self, DeadlineSet.self,
  ]

  /// One row a review. Times are UTC milliseconds.
  package static let table = TableSpec(
    "review",
    columns: [
      .optionalText("incident"), .text("stage"), .optionalText("owner"), .integer("actions_open"),
      .optionalInteger("next_due_at"), .integer("drill"),
    ],
    indexes: [.init("incident"), .init("next_due_at", where: "actions_open > 0")])

  package static var tables: [TableSpec] { [table, Deadline.table] }

  package static func initial(_ stream: StreamID) -> ReviewRecord { ReviewRecord(stream: stream) }

  package static func apply(_ event: Event, to record: inout ReviewRecord) {
    record.incident = record.incident ?? event.incident
    if event.drill { record.isDrill = true }
    switch event.kind {
    case ReviewOwned.kind: record.owner = event.decoded(ReviewOwned.self)?.person ?? record.owner
    case ReviewMoved.kind:
      guard let body = event.decoded(ReviewMoved.self) else { return }
      if body.stage.isReviewed {
        record.reviewedAt = record.reviewedAt ?? event.happenedAt
        record.reviewedBy = record.reviewedBy ?? event.actor.person
      } else {
        record.reviewedAt = nil
        record.reviewedBy = nil
      }
      record.stage = body.stage
    case SectionSaved.kind:
      guard let body = event.decoded(SectionSaved.self) else { return }
      record.versions.append(
        SectionVersion(
          id: event.id, section: body.section, text: body.text, base: body.base, author: event.actor.person,
          at: event.happenedAt))
      if let base = body.base { record.replaced.insert(base) }
      record.replaced.formUnion(body.merges ?? [])
    case GapExplained.kind:
      guard let body = event.decoded(GapExplained.self) else { return }
      record.explanations.removeAll { $0.section == body.section }
      record.explanations.append(.init(section: body.section, reason: body.reason, person: event.actor.person))
    case FindingAccepted.kind:
      guard let body = event.decoded(FindingAccepted.self) else { return }
      record.accepted.removeAll { $0.rule == body.rule && $0.words == body.words }
      record.accepted.append(
        .init(rule: body.rule, words: body.words, reason: body.reason, person: event.actor.person))
    case FactorNamed.kind:
      guard let body = event.decoded(FactorNamed.self) else { return }
      record.factors.append(
        ContributingFactor(
          id: event.id, number: body.number, text: body.text, kind: body.factor, evidence: body.evidence,
          parent: body.parent))
    case FactorAccepted.kind:
      guard let body = event.decoded(FactorAccepted.self),
        let place = record.factors.firstIndex(where: { $0.id == body.target })
      else { return }
      record.factors[place].accepted = body.reason
    case DeadlineSet.kind:
      if let body = event.decoded(DeadlineSet.self) { record.deadlines.apply(body) }
    default: applyAction(event, to: &record)
    }
  }

  private static func applyAction(_ event: Event, to record: inout ReviewRecord) {
    if let body = event.decoded(ActionAdded.self) {
      record.actions.append(
        ActionItem(
          id: event.id, number: body.number, text: body.text, kind: body.action, owner: body.owner, dueAt: body.dueAt,
          doneWhen: body.doneWhen, link: body.link, state: .open))
    } else if let body = event.decoded(ActionChanged.self) {
      change(body.target, &record) { item in
        item.text = body.text ?? item.text
        item.kind = body.action ?? item.kind
        item.owner = body.owner ?? item.owner
        item.dueAt = body.dueAt ?? item.dueAt
        item.doneWhen = body.doneWhen ?? item.doneWhen
        item.link = body.link ?? item.link
      }
    } else if let body = event.decoded(ActionMoved.self) {
      change(body.target, &record) { item in
        // The first to say that it is done did it.
        guard item.state != body.state else { return }
        item.state = body.state
        item.endedAt = body.state == .open ? nil : event.happenedAt
        item.endedBy = body.state == .open ? nil : event.actor.person
        item.note = body.note
      }
    }
  }

  private static func change(_ id: EventID, _ record: inout ReviewRecord, _ body: (inout ActionItem) -> Void) {
    guard let place = record.actions.firstIndex(where: { $0.id == id }) else { return }
    body(&record.actions[place])
  }

  package static func rows(_ record: ReviewRecord) -> [TableRow] {
    let open = record.actions.filter { $0.state == .open }
    let row = TableRow(
      table.name,
      [
        .text(record.incident?.name), .text(record.stage.rawValue), .text(record.owner), .integer(Int64(open.count)),
        .instant(open.compactMap(\.dueAt).min()), .flag(record.isDrill),
      ])
    return [row] + record.deadlines.map { $0.row(drill: record.isDrill) }
  }

  package static func label(of event: Event) -> String {
    event.kind.hasPrefix("action.") ? "task" : "review"
  }

  package static func text(of event: Event) -> String? {
    switch event.kind {
    case DeadlineSet.kind: nil
    case ReviewOwned.kind: event.decoded(ReviewOwned.self).map { "\($0.person) owns the post-mortem" }
    case ReviewMoved.kind:
      event.decoded(ReviewMoved.self).map { "Post-mortem: \($0.stage.title.lowercased())" + reason($0.reason) }
    case SectionSaved.kind: event.decoded(SectionSaved.self).map { "Post-mortem: \($0.section.title) written" }
    case GapExplained.kind:
      event.decoded(GapExplained.self).map { "Post-mortem: \($0.section) stays open: \($0.reason)" }
    case FindingAccepted.kind:
      event.decoded(FindingAccepted.self).map { "Post-mortem: \($0.rule) accepted: \($0.reason)" }
    case FactorNamed.kind:
      event.decoded(FactorNamed.self).map { "Contributing factor F\($0.number), \($0.factor.rawValue): \($0.text)" }
    case FactorAccepted.kind: event.decoded(FactorAccepted.self).map { "Contributing factor accepted: \($0.reason)" }
    case ActionAdded.kind: event.decoded(ActionAdded.self).map { "Action item A\($0.number): \($0.text)" }
    case ActionChanged.kind: "Action item changed"
    case ActionMoved.kind:
      event.decoded(ActionMoved.self).map { "Action item \($0.state.rawValue)" + reason($0.note) }
    default: "\(event.kind): \(event.payload ?? Redaction.mark)"
    }
  }

  private static func reason(_ text: String?) -> String { text.map { $0.isEmpty ? "" : ": \($0)" } ?? "" }
}
