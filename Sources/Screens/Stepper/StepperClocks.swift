import Commands
import EventLog
import Incidents

/// The clocks of a run in one line: the parts with a time of their own, the tier's objective, and who works on it.
enum StepperClocks {
  /// Nil where there is none to show.
  static func line(_ page: RunbookPage, run: RunRow, incident: IncidentRow?, state: ScreenState) -> StyledLine? {
    let width = state.size.columns
    var parts = run.finishedAt == nil ? phases(page, run, now: state.now, isWide: width >= 100) : []
    if let recovery = recovery(page, incident, now: state.now) { parts.append(recovery) }
    if run.people.count > 1, width >= 80 {
      let names = run.people.prefix(3).joined(separator: ", ") + (run.people.count > 3 ? " and others" : "")
      parts.append(StyledLine("by " + names, .dim))
    }
    guard let first = parts.first else { return nil }
    let gap = StyledLine(" \(Character(state.glyphs.separator)) ", .dim)
    return parts.dropFirst().reduce(StyledLine(" ") + first) { $0 + gap + $1 }
  }

  /// "0-5 min over", "5-30 min 18m left", "5-30 min next".
  private static func phases(_ page: RunbookPage, _ run: RunRow, now: Instant, isWide: Bool) -> [StyledLine] {
    // The clock of the screen may be a moment older than a run that has just begun.
    let elapsed = max(.zero, now - run.startedAt)
    return page.phases.map { phase in
      let name = (isWide ? phase.title + " " : "") + "\(phase.start.minutes)-\(phase.end.minutes) min "
      if elapsed < phase.start { return StyledLine(name + "next", .dim) }
      if elapsed >= phase.end { return StyledLine(name + "over", phase == page.phases.last ? .warning : .dim) }
      return StyledLine(name + SpanWords.short(phase.end - elapsed) + " left", .normal, .bold)
    }
  }

  private static func recovery(_ page: RunbookPage, _ incident: IncidentRow?, now: Instant) -> StyledLine? {
    guard let objective = page.objective else { return nil }
    let name = "RTO \(objective.words)"
    guard let deadline = incident?.deadlines.last(where: { $0.kind == Clocks.recovery }) else {
      return StyledLine(name)
    }
    let words =
      switch deadline.state(at: now) {
      case .kept: " kept"
      case .broken: " missed"
      case .overdue: " missed by \(SpanWords.short(now - deadline.dueAt))"
      case .ok, .soon: ", \(SpanWords.short(deadline.dueAt - now)) left"
      }
    return StyledLine(name + words, DeadlineWords.role(deadline, now: now))
  }

  /// The moments at which its words change.
  static func moments(_ page: RunbookPage, run: RunRow) -> [Instant] {
    run.finishedAt == nil ? page.phases.map { run.startedAt + $0.end } : []
  }
}
