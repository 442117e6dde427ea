import EventLog

extension ClockStep {
  /// From the resolution of a major incident until its review was held; the review's own room says when that was.
  func review() -> [DeadlineSet] {
    let open = open(Clocks.review)
    let isOver = after.status == .resolved || after.status == .closed && open != nil && after.waiver == nil
    guard isOver, after.owesPostMortem, let resolved = after.times.resolved?.at,
      let due = ReviewDueDate.after(resolved, severity: after.severity)
    else { return ended(open, isMet: false) }
    let rule = ReviewDueDate.rule(after.severity)
    if let open {
      let isSame = before.times.resolved?.at == resolved && before.severity == after.severity
      return isSame ? [] : moved(open, to: due, rule: rule)
    }
    // What was held, or given up, starts anew only with another resolution.
    guard before.status != after.status, after.status == .resolved, due >= now else { return [] }
    return [set(Clocks.review, due, rule: rule, target: after.owner)]
  }
}
