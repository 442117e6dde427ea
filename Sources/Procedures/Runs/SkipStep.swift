package import EventLog

/// Leaves a step out, with the reason; the last one completes the run.
package struct SkipStep: Deciding {
  package typealias Fold = RunFold

  package var number: Int
  package var reason: String

  package init(number: Int, reason: String) {
    self.number = number
    self.reason = reason
  }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    let step = try run.openStep(number)
    if reason.trimmed.isEmpty { throw .reasonMissing(number: number) }
    if step.state == .done { throw .isDone(number: number, by: step.person ?? "somebody") }
    if step.state == .skipped { return [] }
    let skipped = StepSkipped(
      procedure: run.procedure, number: number, steps: run.steps.count, title: step.title,
      reason: reason)
    return [run.draft(skipped, facts)] + run.completion(facts) { $0.mark(number, .skipped) }
  }
}
