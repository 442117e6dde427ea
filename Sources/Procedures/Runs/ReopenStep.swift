package import EventLog

/// Makes a step one to do again. A run that its last tick completed goes on, and its promise rules again.
package struct ReopenStep: Deciding {
  package typealias Fold = RunFold

  package var number: Int
  package var reason: String?

  package init(number: Int, reason: String? = nil) {
    self.number = number
    self.reason = reason
  }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    guard run.isStarted else { throw .notStarted }
    if run.outcome == .abandoned {
      throw .alreadyFinished(procedure: run.procedure, outcome: .abandoned)
    }
    guard let step = run.step(number) else {
      throw .noSuchStep(number: number, steps: run.steps.count)
    }
    if step.state == .todo { throw .isOpen(number: number) }
    let reopened = StepReopened(
      procedure: run.procedure, number: number, steps: run.steps.count, reason: reason)
    var drafts = [run.draft(reopened, facts)]
    if run.isFinished,
      let kept = run.deadlines.last(where: { $0.kind == Run.deadlineKind && $0.metAt != nil })
    {
      drafts.append(
        run.draft(
          DeadlineSet(kept.kind, dueAt: kept.dueAt, target: kept.target, rule: kept.rule), facts))
    }
    return drafts
  }
}
