import EventLog

/// Why a run will not do what was asked.
package enum RunRefusal: DomainRefusal {
  case alreadyStarted(procedure: String)
  case notStarted
  case hasNoSteps(procedure: String)
  case alreadyFinished(procedure: String, outcome: RunOutcome)
  case noSuchStep(number: Int, steps: Int)
  case reasonMissing(number: Int)
  case noteMissing
  case isDone(number: Int, by: String)
  case isOpen(number: Int)
  case abandonReasonMissing
  case noSuchOption(number: Int, names: [String])
  case isNotTaken(number: Int, option: String)
  case noName(String)
  case noValue(name: String)

  package var sentence: String {
    switch self {
    case .alreadyStarted(let procedure):
      "This run of \(procedure) is already under way; open it with `sitrep runbook status`."
    case .notStarted: "This run has not been started; begin one with `sitrep runbook run NAME`."
    case .hasNoSteps(let procedure):
      "\(procedure) has no steps to tick; read it with `sitrep runbook show \(procedure)`, or add a list of steps."
    case .alreadyFinished(let procedure, let outcome):
      "This run of \(procedure) is \(outcome.rawValue); start a new one with `sitrep runbook run \(procedure)`."
    case .noSuchStep(let number, let steps):
      "There is no step \(number): this procedure has steps 1 to \(steps)."
    case .reasonMissing(let number):
      "Skipping step \(number) needs a reason, so that the next reader knows why: --skip REASON."
    case .noteMissing: "The note is empty; say in a few words what you saw."
    case .isDone(let number, let person):
      "Step \(number) was already done by \(person); reopen it first if that does not hold."
    case .isOpen(let number): "Step \(number) is still to do, so there is nothing to reopen."
    case .abandonReasonMissing: "Giving a run up needs a reason: --abandon REASON."
    case .noSuchOption(_, let names):
      names.isEmpty
        ? "This procedure has no options to choose from."
        : "There is no such option: this procedure has \(names.joined(separator: ", "))."
    case .isNotTaken(let number, let option):
      "Step \(number) belongs to option \(option), which was not taken; take it first: --option \(option)."
    case .noName(let name):
      "\"\(name)\" is no name of a value: letters, digits, - _ and . make one, as in --set pod=api-7."
    case .noValue(let name): "The value of \(name) has to be one line of at most 1,000 characters."
    }
  }
}
