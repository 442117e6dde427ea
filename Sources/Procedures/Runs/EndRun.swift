package import EventLog

/// Ends a run before its last step is ticked. Completed: what was to be done is, and the steps left stay recorded as not
/// done. Abandoned: with the reason.
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
    if outcome == .abandoned, reason == nil { throw .abandonReasonMissing }
    return run.ending(outcome, reason: reason, facts)
  }
}
