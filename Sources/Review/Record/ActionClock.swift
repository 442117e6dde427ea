package import EventLog

/// The promises that action items make: each due date is one, and starts, moves and ends by events of its own.
package enum ActionClock {
  package static let prefix = "action:"

  /// "action:3": the third item of its post-mortem.
  package static func kind(_ number: Int) -> String { "\(prefix)\(number)" }

  /// What starts, moves and ends with drafts decided on a post-mortem.
  package static func follow(_ record: ReviewRecord, _ drafts: [Draft], now: Instant) -> [DeadlineSet] {
    drafts.compactMap { draft in
      if let body: ActionAdded = body(of: draft) {
        return body.dueAt.map { promise(body.number, due: $0, owner: body.owner) }
      }
      if let body: ActionChanged = body(of: draft), let item = record.action(body.target) {
        return changed(item, body, open: record.deadlines.open(kind(item.number)))
      }
      if let body: ActionMoved = body(of: draft), let item = record.action(body.target) {
        return moved(item, to: body.state, now: now)
      }
      return nil
    }
  }

  private static func body<Body: EventPayload>(of draft: Draft) -> Body? {
    draft.kind == Body.kind ? PayloadText.decode(Body.self, from: draft.payload) : nil
  }

  /// What is done or dropped promises nothing; another day or owner is another promise in the old one's place.
  private static func changed(_ item: ActionItem, _ body: ActionChanged, open: Deadline?) -> DeadlineSet? {
    guard item.state == .open, let due = body.dueAt ?? item.dueAt else { return nil }
    let owner = body.owner ?? item.owner
    if let open, open.dueAt == due, open.target == owner { return nil }
    return promise(
      item.number, due: due, owner: owner, movedFrom: open.flatMap { $0.dueAt == due ? nil : $0.dueAt })
  }

  private static func moved(_ item: ActionItem, to state: ActionItem.State, now: Instant) -> DeadlineSet? {
    guard let due = item.dueAt, state != item.state else { return nil }
    return promise(
      item.number, due: due, owner: item.owner, metAt: state == .done ? now : nil,
      voidedAt: state == .dropped ? now : nil)
  }

  private static func promise(
    _ number: Int, due: Instant, owner: String?, movedFrom: Instant? = nil, metAt: Instant? = nil,
    voidedAt: Instant? = nil
  ) -> DeadlineSet {
    DeadlineSet(
      kind(number), dueAt: due, movedFrom: movedFrom, metAt: metAt, voidedAt: voidedAt, target: owner,
      rule: "action item A\(number): done by its date")
  }
}
