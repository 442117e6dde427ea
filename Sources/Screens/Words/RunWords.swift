package import Commands
package import EventLog

/// Runs of runbooks in words.
package enum RunWords {
  /// "high-error-rate 3/11, target 15m missed by 27m": the run under way, else the runbook that answers best.
  static func line(of detail: IncidentDetail, now: Instant) -> String? {
    if let run = detail.runs.last(where: { $0.finishedAt == nil }) ?? detail.runs.last {
      return "\(run.procedure) \(progress(run, now: now))"
    }
    return detail.runbook.map { row in
      "\(row.name): \(row.steps) steps" + (row.target.map { ", target \(SpanWords.short($0))" } ?? "") + ", r starts it"
    }
  }

  /// "3/11, target 15m missed by 27m".
  package static func progress(_ run: RunRow, now: Instant) -> String {
    "\(run.done + run.skipped)/\(run.total)" + (run.finishedAt == nil ? "" : " over") + target(run, now: now)
  }

  private static func target(_ run: RunRow, now: Instant) -> String {
    guard let target = run.target else { return "" }
    let due = run.startedAt + target
    let end = run.finishedAt ?? now
    if end > due { return ", target \(SpanWords.short(target)) missed by \(SpanWords.short(end - due))" }
    let rest = run.finishedAt == nil ? ", \(SpanWords.short(due - now)) left" : " kept"
    return ", target \(SpanWords.short(target))" + rest
  }

  static func isMissed(_ run: RunRow, now: Instant) -> Bool {
    guard let target = run.target else { return false }
    return (run.finishedAt ?? now) > run.startedAt + target
  }
}
