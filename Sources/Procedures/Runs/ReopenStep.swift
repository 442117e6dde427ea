package import EventLog

/// Makes a step one to do again, and takes its option where it belongs to one. A run that its last tick completed goes
/// on, and its promise rules again.
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
    if run.notTaken.contains(number), let option = run.option(of: number) {
      throw .isNotTaken(number: number, option: option.name)
    }
    if step.state == .todo { throw .isOpen(number: number) }
    let reopened = StepReopened(
      procedure: run.procedure, number: number, steps: run.steps.count, reason: reason)
    let option = run.option(of: number).flatMap { $0.number == run.option ? nil : $0 }
    let taken = option.map { [run.draft(run.taking($0), facts)] } ?? []
    return taken + [run.draft(reopened, facts)] + run.goingOn(facts)
  }
}
