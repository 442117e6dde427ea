package import EventLog

/// Chooses one of the ways to put something right. The steps of the others count as not taken, until one of them is
/// taken instead; what was done of them stays. A run that its last tick completed goes on with it.
package struct TakeOption: Deciding {
  package typealias Fold = RunFold

  package var number: Int

  package init(number: Int) { self.number = number }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    guard run.isStarted else { throw .notStarted }
    if run.outcome == .abandoned { throw .alreadyFinished(procedure: run.procedure, outcome: .abandoned) }
    guard let option = run.options.first(where: { $0.number == number }) else {
      throw .noSuchOption(number: number, names: run.options.map(\.name))
    }
    if run.option == number { return [] }
    let taken = [run.draft(run.taking(option), facts)]
    guard run.isFinished else { return taken + run.completion(facts) { $0.option = number } }
    let hasMore = option.steps.contains { run.step($0)?.state == .todo }
    return hasMore ? taken + run.goingOn(facts) : []
  }
}
