package import EventLog
import Procedures

extension RunbookRow {
  /// An element of `runbook list --json`.
  package var json: JSONValue {
    .object([
      "name": .string(name), "title": .string(title), "service": .text(service),
      "target_seconds": target.map { .integer($0.seconds) } ?? .null, "steps": .integer(Int64(steps)),
      "rules": .array(rules.map(JSONValue.string)), "run": run?.json ?? .null,
    ])
  }
}

extension RunbookPage {
  /// The object of `runbook status --json`: the run and what became of its steps.
  package var json: JSONValue {
    .object([
      "runbook": row.json,
      "steps": .array(
        steps.map { step in
          .object([
            "number": .integer(Int64(step.number)), "section": .string(step.section), "title": .string(step.title),
            "state": .string(step.state.rawValue), "person": .text(step.person), "at": .time(step.at),
            "notes": .array(step.notes.map(JSONValue.string)), "option": .text(step.option),
            "gaps": .array(step.gaps.map { .string($0.name) }),
          ])
        }),
      "options": .array(
        options.map { option in
          .object([
            "name": .string(option.name), "title": .string(option.title), "taken": .bool(option.isTaken),
            "steps": .array(option.steps.map { .integer(Int64($0)) }),
          ])
        }),
      "text": .string(text.rawValue), "rto_seconds": objective.map { .integer($0.seconds) } ?? .null,
      "problems": .array(problems.map(JSONValue.string)),
    ])
  }
}
