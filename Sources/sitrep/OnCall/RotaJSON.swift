import Commands
import EventLog
import OnCall

/// What was recorded of the rota, as JSON: the fields stand in `docs/schema`.
enum RotaJSON {
  static func shift(_ shift: Shift) -> JSONValue {
    .object([
      "start": .time(shift.start), "end": .time(shift.end), "role": .string(shift.role.rawValue),
      "person": .text(shift.person), "source": .string(shift.source.rawValue), "edit": .text(shift.edit?.description),
    ])
  }

  static func edit(_ edit: DutyEdit, at now: Instant) -> JSONValue {
    .object([
      "id": .string(edit.id.description), "layer": .string(edit.layer.rawValue),
      "change": .string(edit.change.rawValue), "role": .text(edit.role?.rawValue), "person": .text(edit.person),
      "replaced": .text(edit.replaced), "from": .time(edit.from), "until": .time(edit.end), "by": .string(edit.by),
      "reason": .text(edit.reason), "is_over": .bool(edit.end <= now),
    ])
  }

  static func leave(_ leave: Leave) -> JSONValue {
    .object([
      "id": .string(leave.id.description), "person": .string(leave.person), "from": .time(leave.from),
      "until": .time(leave.end), "reason": .text(leave.reason),
    ])
  }

  static func swap(_ swap: ShiftSwap) -> JSONValue {
    func period(_ period: ShiftSwap.Period) -> JSONValue {
      .object(["from": .time(period.from), "until": .time(period.until)])
    }
    return .object([
      "id": .string(swap.id.description), "role": .string(swap.role.rawValue), "person": .string(swap.person),
      "with": .string(swap.with), "given": period(swap.given), "taken": swap.taken.map(period) ?? .null,
      "state": .string(swap.state.rawValue),
    ])
  }

  static func handoff(_ handoff: OfferedHandoff, _ deadlines: [Deadline], at now: Instant) -> JSONValue {
    .object([
      "id": .string(handoff.id.description), "role": .string(handoff.role.rawValue), "from": .string(handoff.from),
      "to": .string(handoff.to), "offered_at": .time(handoff.offeredAt), "handoff_at": .time(handoff.handoffAt),
      "deadlines": .array(
        deadlines.filter(\.isOpen).map {
          .object([
            "kind": .string($0.kind), "due_at": .time($0.dueAt), "target": .text($0.target),
            "state": .string($0.state(at: now).rawValue),
          ])
        }),
    ])
  }

  /// What is in force or to come.
  static func record(_ record: RecordedRota, at now: Instant) -> JSONValue {
    .object([
      "overrides": .array(record.edits.filter { $0.end > now }.map { edit($0, at: now) }),
      "leaves": .array(record.leaves.filter { $0.end > now }.map(leave)),
      "swaps": .array(record.openSwaps(at: now).map(swap)),
      "handoffs": .array(record.openHandoffs.map { handoff($0, record.deadlines, at: now) }),
    ])
  }

  static func report(_ report: DutyReport) -> JSONValue {
    .object([
      "from": .time(report.from), "to": .time(report.to), "uncovered_seconds": .integer(report.uncovered.seconds),
      "currency": .string(report.rules.currency),
      "people": .array(
        report.rows.map { row in
          .object([
            "person": .string(row.person), "primary_seconds": .integer(row.primary.seconds),
            "secondary_seconds": .integer(row.secondary.seconds),
            "commander_seconds": .integer(row.commander.seconds), "share": .number(Double(row.share) / 10_000),
            "overloaded": .bool(row.isOverloaded), "longest_seconds": .integer(row.longest.seconds),
            "pages": .integer(Int64(row.pages)), "night_pages": .integer(Int64(row.nightPages)),
            "over_capacity": .integer(Int64(row.overCapacity)),
            "incident_seconds": .integer(row.onIncidents.seconds), "pay": .number(Double(row.pay) / 100),
          ])
        }),
    ])
  }
}
