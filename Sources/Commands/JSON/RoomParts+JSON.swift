import EventLog
import Incidents

extension Delegation {
  /// An element of `tasks` in `incident show --json`.
  func json(deadlines: [Deadline], at now: Instant) -> JSONValue {
    let deadline = deadlines.first { $0.kind == clock && $0.dueAt == dueAt }
    return .object([
      "id": .string(id.description), "number": .integer(Int64(number)), "person": .string(person),
      "text": .string(text), "given_by": .string(givenBy), "given_at": .time(givenAt), "due_at": .time(dueAt),
      "status": .string(state.rawValue), "ended_at": .time(endedAt), "note": .text(note),
      "state": .text(deadline?.state(at: now).rawValue), "carried_from": .text(carriedFrom?.name),
    ])
  }
}

extension Decision {
  /// An element of `decisions` in `incident show --json`.
  var json: JSONValue {
    .object([
      "id": .string(id.description), "number": .integer(Int64(number)), "text": .string(text),
      "actor": .string(person), "happened_at": .time(at), "status": .string(state.rawValue), "knew": .text(knew),
      "options": .array(options.map(JSONValue.string)),
      "objections": .array(
        objections.map {
          .object([
            "person": .string($0.person), "role": .text($0.role?.rawValue), "text": .string($0.text),
            "at": .time($0.at),
          ])
        }),
      "due_at": .time(dueAt), "settled_at": .time(settledAt), "settled_by": .text(settledBy), "note": .text(note),
    ])
  }
}

extension Hypothesis {
  /// An element of `hypotheses` in `incident show --json`.
  var json: JSONValue {
    .object([
      "id": .string(id.description), "number": .integer(Int64(number)), "text": .string(text),
      "actor": .string(person), "happened_at": .time(at), "status": .string(state.rawValue),
      "evidence": .text(evidence), "settled_by": .text(settledBy), "settled_at": .time(settledAt),
    ])
  }
}
