/// A promise on a clock as it stands; whether it is soon or overdue is computed when it is read.
package struct Deadline: Hashable, Sendable, Codable {
  package var kind: String
  package var dueAt: Instant
  package var metAt: Instant?
  package var voidedAt: Instant?
  package var target: String?
  package var rule: String

  /// How a promise stands at an instant; kept and broken are for good.
  package enum State: String, Sendable, Codable, CaseIterable { case ok, soon, overdue, kept, broken }

  package init(
    kind: String, dueAt: Instant, metAt: Instant? = nil, voidedAt: Instant? = nil, target: String? = nil, rule: String
  ) {
    self.kind = kind
    self.dueAt = dueAt
    self.metAt = metAt
    self.voidedAt = voidedAt
    self.target = target
    self.rule = rule
  }

  package var isOpen: Bool { metAt == nil && voidedAt == nil }

  /// Due at `t == dueAt`, overdue after it; "soon" within five minutes. A voided deadline that had not passed counts
  /// as kept, one that had passed as broken.
  package func state(at now: Instant) -> State {
    if let end = metAt ?? voidedAt { return end <= dueAt ? .kept : .broken }
    if now > dueAt { return .overdue }
    return dueAt - now <= .minutes(5) ? .soon : .ok
  }

  /// The table that every fold with promises fills alike; the watch and the header read it across streams.
  package static let table = TableSpec(
    "deadline",
    columns: [
      .text("kind"), .integer("due_at"), .optionalInteger("met_at"), .optionalInteger("voided_at"),
      .optionalText("target"), .text("rule"), .integer("drill"),
    ],
    key: ["kind", "due_at"],
    indexes: [.init("due_at", where: "met_at IS NULL AND voided_at IS NULL")])

  package func row(drill: Bool) -> TableRow {
    TableRow(
      Deadline.table.name,
      [
        .text(kind), .instant(dueAt), .instant(metAt), .instant(voidedAt), .text(target), .text(rule), .flag(drill),
      ])
  }
}

extension [Deadline] {
  /// Folds one event into the promises of a stream: the same in every fold that has them.
  package mutating func apply(_ set: DeadlineSet) {
    // One that was met may move too, but only to another one that was met: its facts were put right afterwards.
    if let old = set.movedFrom {
      removeAll { $0.kind == set.deadline && $0.dueAt == old && ($0.isOpen || ($0.metAt != nil && set.metAt != nil)) }
    }
    let place = firstIndex { $0.kind == set.deadline && $0.dueAt == set.dueAt }
    let deadline = Deadline(
      kind: set.deadline, dueAt: set.dueAt, metAt: set.metAt, voidedAt: set.voidedAt, target: set.target,
      rule: set.rule)
    if let place { self[place] = deadline } else { append(deadline) }
  }

  /// The open promise of a kind, the earliest where there are several.
  package func open(_ kind: String) -> Deadline? {
    filter { $0.kind == kind && $0.isOpen }.min { $0.dueAt < $1.dueAt }
  }
}
