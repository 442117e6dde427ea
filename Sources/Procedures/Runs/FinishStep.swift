package import EventLog

/// Ticks a step. A step that is done already stays the first person's; the last one completes the run. Doing a step of
/// an option takes that option.
package struct FinishStep: Deciding {
  package typealias Fold = RunFold

  package var number: Int
  package var note: String?

  package init(number: Int, note: String? = nil) {
    self.number = number
    self.note = note
  }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    let step = try run.openStep(number)
    let note = note?.trimmed.isEmpty == false ? note : nil
    if step.state == .done {
      guard let note else { return [] }
      return [
        run.draft(
          StepNoted(procedure: run.procedure, number: number, steps: run.steps.count, text: note),
          facts)
      ]
    }
    let finished = StepFinished(
      procedure: run.procedure, number: number, steps: run.steps.count, title: step.title,
      note: note)
    let option = run.option(of: number).flatMap { $0.number == run.option ? nil : $0 }
    let drafts = option.map { [run.draft(run.taking($0), facts)] } ?? []
    return drafts + [run.draft(finished, facts)]
      + run.completion(facts) { after in
        after.option = option?.number ?? after.option
        after.mark(number, .done)
      }
  }
}
