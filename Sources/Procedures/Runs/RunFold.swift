package import EventLog

/// How the events of a run become its state. Two people may work one run: the first to finish a step, by stamp, is
/// the one who did it; a skipped step that somebody does after all is done.
package enum RunFold: Folding {
  package static let streamKind = "run"
  package static let version = 2
  package static let payloads: [any EventPayload.Type] = [
    RunStarted.self, StepFinished.self, StepSkipped.self, StepNoted.self, StepReopened.self,
    RunFinished.self, OptionTaken.self, ValueGiven.self, DeadlineSet.self,
  ]

  /// One row a run. Times are UTC milliseconds; `current_step` is the number of the first step still to do.
  package static let table = TableSpec(
    "run",
    columns: [
      .text("procedure"), .text("title"), .text("kind"), .optionalText("incident"),
      .integer("started_at"),
      .optionalText("started_by"), .optionalInteger("finished_at"), .optionalText("outcome"),
      .integer("done"),
      .integer("skipped"), .integer("total"), .optionalInteger("current_step"),
      .optionalText("current_title"),
      .integer("drill"),
    ],
    indexes: [.init("incident"), .init("started_at", where: "finished_at IS NULL")],
    urgent: "finished_at IS NULL")

  package static var tables: [TableSpec] { [table, Deadline.table] }

  package static func initial(_ stream: StreamID) -> Run { Run(stream: stream) }

  package static func apply(_ event: Event, to run: inout Run) {
    if event.drill { run.isDrill = true }
    if let body = event.decoded(RunStarted.self) {
      start(body, event, &run)
    } else if let body = event.decoded(StepFinished.self) {
      change(body.number, body.title, &run) { step in
        guard step.state != .done else { return }
        step.state = .done
        step.person = event.actor.person
        step.at = event.happenedAt
        step.reason = nil
      }
      if let note = body.note { add(note, to: body.number, event, &run) }
    } else if let body = event.decoded(StepSkipped.self) {
      change(body.number, body.title, &run) { step in
        guard step.state == .todo else { return }
        step.state = .skipped
        step.person = event.actor.person
        step.at = event.happenedAt
        step.reason = body.reason
      }
    } else if let body = event.decoded(StepNoted.self) {
      add(body.text, to: body.number, event, &run)
    } else if let body = event.decoded(StepReopened.self) {
      change(body.number, "", &run) { step in
        step.state = .todo
        step.person = nil
        step.at = nil
        step.reason = nil
      }
      goOn(&run)
    } else if let body = event.decoded(RunFinished.self) {
      guard run.finishedAt == nil else { return }
      run.finishedAt = event.happenedAt
      run.outcome = body.outcome
      run.reason = body.reason
    } else if let body = event.decoded(OptionTaken.self) {
      run.option = body.number
      goOn(&run)
    } else if let body = event.decoded(ValueGiven.self) {
      run.values[body.name] = body.value.isEmpty ? nil : body.value
    } else if let body = event.decoded(DeadlineSet.self) {
      run.deadlines.apply(body)
    }
  }

  package static func rows(_ run: Run) -> [TableRow] {
    guard let startedAt = run.startedAt else { return [] }
    let current = run.current
    let row = TableRow(
      table.name,
      [
        .text(run.procedure), .text(run.title), .text(run.kind.rawValue), .text(run.incident?.name),
        .instant(startedAt), .text(run.startedBy), .instant(run.finishedAt),
        .text(run.outcome?.rawValue),
        .integer(Int64(run.done)), .integer(Int64(run.skipped)), .integer(Int64(run.total)),
        .integer(current.map { Int64($0.number) }), .text(current?.title), .flag(run.isDrill),
      ])
    return [row] + run.deadlines.map { $0.row(drill: run.isDrill) }
  }

  package static func text(of event: Event) -> String? {
    if let body = event.decoded(RunStarted.self) {
      "started \(body.procedureKind.rawValue) \(body.procedure)"
    } else if let body = event.decoded(StepFinished.self) {
      "\(body.procedure) \(body.number)/\(body.steps): \(body.title)\(body.note.map { " (\($0))" } ?? "")"
    } else if let body = event.decoded(StepSkipped.self) {
      "\(body.procedure) \(body.number)/\(body.steps) skipped: \(body.reason)"
    } else if let body = event.decoded(StepNoted.self) {
      "\(body.procedure) \(body.number)/\(body.steps) note: \(body.text)"
    } else if let body = event.decoded(StepReopened.self) {
      "\(body.procedure) \(body.number)/\(body.steps) to do again\(body.reason.map { ": \($0)" } ?? "")"
    } else if let body = event.decoded(RunFinished.self) {
      finishedText(body)
    } else if let body = event.decoded(OptionTaken.self) {
      "\(body.procedure): option \(body.name) taken, \(body.title)"
    } else if let body = event.decoded(ValueGiven.self) {
      body.value.isEmpty
        ? "\(body.procedure): \(body.name) is not known any more" : "\(body.procedure): \(body.name) is \(body.value)"
    } else {
      nil
    }
  }

  package static func label(of event: Event) -> String {
    switch event.kind {
    case RunStarted.kind, RunFinished.kind: "runbook"
    default: "step"
    }
  }

  /// What is done again, or by another way, takes a completed run up again.
  private static func goOn(_ run: inout Run) {
    guard run.outcome == .completed else { return }
    run.finishedAt = nil
    run.outcome = nil
    run.reason = nil
  }

  private static func finishedText(_ body: RunFinished) -> String {
    let skipped = body.skipped > 0 ? ", \(body.skipped) skipped" : ""
    let reason = body.reason.map { ": \($0)" } ?? ""
    return
      "\(body.procedure) \(body.outcome.rawValue), \(body.done)/\(body.steps) done\(skipped)\(reason)"
  }

  private static func start(_ body: RunStarted, _ event: Event, _ run: inout Run) {
    guard run.startedAt == nil else { return }
    run.procedure = body.procedure
    run.title = body.title
    run.kind = body.procedureKind
    run.textHash = body.textHash
    run.text = body.text
    run.attachment = event.evidence.first { $0.hasPrefix("sha256:") }
    run.options = body.options
    run.incident = body.incident
    run.service = body.service
    run.startedAt = event.happenedAt
    run.startedBy = event.actor.person
    for number in 1...max(1, min(body.steps, greatestNumber)) where number <= body.steps {
      let title = number <= body.titles.count ? body.titles[number - 1] : "Step \(number)"
      change(number, title, &run) { $0.title = title }
    }
  }

  /// A number beyond this comes from no procedure of ours.
  private static let greatestNumber = 10_000

  /// Changes a step, which is made where its run's beginning is not known yet.
  private static func change(
    _ number: Int, _ title: String, _ run: inout Run, _ body: (inout RunStep) -> Void
  ) {
    guard (1...greatestNumber).contains(number) else { return }
    let place: Int
    if number <= run.steps.count, run.steps[number - 1].number == number {
      place = number - 1
    } else if let found = run.steps.firstIndex(where: { $0.number >= number }) {
      if run.steps[found].number != number {
        run.steps.insert(RunStep(number: number, title: title), at: found)
      }
      place = found
    } else {
      run.steps.append(RunStep(number: number, title: title))
      place = run.steps.count - 1
    }
    body(&run.steps[place])
  }

  private static func add(_ text: String, to number: Int, _ event: Event, _ run: inout Run) {
    change(number, "", &run) {
      $0.notes.append(RunStep.Note(text: text, person: event.actor.person, at: event.happenedAt))
    }
  }
}
