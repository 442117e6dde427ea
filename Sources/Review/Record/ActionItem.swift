package import EventLog

/// What will be done so that the next incident is smaller: tracked until it is done or dropped.
package struct ActionItem: Hashable, Sendable, Codable {
  /// What sort of thing it changes.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case prevent, mitigate, detect, process, repair
  }

  /// How it stands.
  package enum State: String, Hashable, Sendable, Codable, CaseIterable { case open, done, dropped }

  /// The event that added it.
  package var id: EventID
  /// From 1, within its post-mortem: "A3".
  package var number: Int
  package var text: String
  package var kind: Kind?
  package var owner: String?
  package var dueAt: Instant?
  /// How anybody can see that it is done.
  package var doneWhen: String?
  package var link: String?
  package var state: State
  package var endedAt: Instant?
  package var endedBy: String?
  /// What was said when it ended.
  package var note: String?

  /// Due on a day means by its end, which is when it was recorded as due.
  package func isOverdue(at now: Instant) -> Bool {
    guard state == .open, let dueAt else { return false }
    return dueAt < now
  }

  /// Its due date as a promise: kept, broken, or how it stands; nil without a date, and for one dropped before it was due.
  package func promise(at now: Instant) -> Deadline.State? {
    guard let dueAt else { return nil }
    let deadline = Deadline(
      kind: ActionClock.kind(number), dueAt: dueAt, metAt: state == .done ? endedAt : nil,
      voidedAt: state == .dropped ? endedAt : nil, rule: "")
    if state == .dropped, let endedAt, endedAt <= dueAt { return nil }
    return deadline.state(at: now)
  }

  /// What it still needs before a review can count as held: owner, due date, done-when.
  package var lacks: [String] {
    var lacks: [String] = []
    if owner?.isEmpty ?? true { lacks.append("an owner (--owner)") }
    if dueAt == nil { lacks.append("a due date (--due)") }
    if doneWhen?.isEmpty ?? true { lacks.append("how to see that it is done (--done-when)") }
    return lacks
  }

  /// Its fields as JSON; the caller adds which incident it belongs to.
  package func json(at now: Instant) -> [String: JSONValue] {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    return [
      "id": .string(id.description), "number": .integer(Int64(number)), "text": .string(self.text),
      "type": text(kind?.rawValue), "owner": text(owner), "due_at": text(dueAt?.rfc3339),
      "done_when": text(doneWhen), "link": text(link), "state": .string(state.rawValue),
      "overdue": .bool(isOverdue(at: now)),
      "promise": text(promise(at: now)?.rawValue), "ended_at": text(endedAt?.rfc3339), "ended_by": text(endedBy),
      "note": text(note),
    ]
  }
}
