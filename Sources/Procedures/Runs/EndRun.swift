package import EventLog

/// Ends a run before its last step is ticked: completed with a reason, or abandoned with one.
package struct EndRun: Deciding {
  package typealias Fold = RunFold

  package var outcome: RunOutcome
  package var reason: String?

  package init(_ outcome: RunOutcome, reason: String? = nil) {
    self.outcome = outcome
    self.reason = reason
  }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    try run.checkUnderWay()
    let reason = reason?.trimmed.isEmpty == false ? reason : nil
    if reason == nil {
      if outcome == .abandoned { throw .abandonReasonMissing }
      if !run.open.isEmpty { throw .stepsAreOpen(run.open.map(\.number)) }
    }
    return run.ending(outcome, reason: reason, facts)
  }
}
