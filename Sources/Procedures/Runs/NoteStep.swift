package import EventLog

/// Keeps what was seen while working on a step; also when the run is over.
package struct NoteStep: Deciding {
  package typealias Fold = RunFold

  package var number: Int
  package var text: String

  package init(number: Int, text: String) {
    self.number = number
    self.text = text
  }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    guard run.isStarted else { throw .notStarted }
    guard run.step(number) != nil else { throw .noSuchStep(number: number, steps: run.steps.count) }
    if text.trimmed.isEmpty { throw .noteMissing }
    return [
      run.draft(
        StepNoted(procedure: run.procedure, number: number, steps: run.steps.count, text: text),
        facts)
    ]
  }
}
