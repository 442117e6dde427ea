import EventLog

extension Run {
  /// The promise that a run keeps when it is completed within its procedure's target.
  package static let deadlineKind = "runbook"

  func draft(_ body: some EventPayload, _ facts: Facts) -> Draft {
    Draft(
      body, stream: stream, incident: incident, happenedAt: facts.now, drill: isDrill || facts.drill
    )
  }

  /// - Throws: where the run is not under way or has no such step.
  func openStep(_ number: Int) throws(RunRefusal) -> RunStep {
    try checkUnderWay()
    guard let step = step(number) else { throw .noSuchStep(number: number, steps: steps.count) }
    return step
  }

  func checkUnderWay() throws(RunRefusal) {
    guard isStarted else { throw .notStarted }
    if let outcome { throw .alreadyFinished(procedure: procedure, outcome: outcome) }
  }

  /// The events that end the run, the promise included: kept or broken when completed, void when abandoned.
  func ending(_ outcome: RunOutcome, reason: String?, _ facts: Facts) -> [Draft] {
    let finished = RunFinished(
      procedure: procedure, outcome: outcome, done: done, skipped: skipped, steps: total,
      reason: reason)
    var drafts = [draft(finished, facts)]
    if let deadline = deadlines.open(Self.deadlineKind) {
      let end = DeadlineSet(
        deadline.kind, dueAt: deadline.dueAt, metAt: outcome == .completed ? facts.now : nil,
        voidedAt: outcome == .abandoned ? facts.now : nil, target: deadline.target,
        rule: deadline.rule)
      drafts.append(draft(end, facts))
    }
    return drafts
  }

  /// What follows when nothing is left to do: the run is complete without another key.
  func completion(_ facts: Facts, after change: (inout Run) -> Void) -> [Draft] {
    var after = self
    change(&after)
    return after.open.isEmpty ? after.ending(.completed, reason: nil, facts) : []
  }

  /// The promise of a run that was completed and goes on: it rules again.
  func goingOn(_ facts: Facts) -> [Draft] {
    guard isFinished, let kept = deadlines.last(where: { $0.kind == Self.deadlineKind && $0.metAt != nil }) else {
      return []
    }
    return [draft(DeadlineSet(kept.kind, dueAt: kept.dueAt, target: kept.target, rule: kept.rule), facts)]
  }

  func taking(_ option: ProcedureOption) -> OptionTaken {
    OptionTaken(procedure: procedure, number: option.number, name: option.name, title: option.title)
  }

  mutating func mark(_ number: Int, _ state: RunStep.State) {
    if let place = steps.firstIndex(where: { $0.number == number }) { steps[place].state = state }
  }
}
