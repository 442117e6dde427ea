import Commands
import EventLog
import Incidents

/// What a commander needs beside the timeline: clocks, impact, CAN, roles, alerts, runs, where people meet.
enum FactLines {
  static func of(_ detail: IncidentDetail, width: Int, state: ScreenState) -> [StyledLine] {
    let sections: [(String, [StyledLine])] = [
      ("Clocks", clocks(detail, state)),
      ("Pages", pages(detail, width, state)),
      ("Impact", text(detail.impact, width, state)),
      ("CAN", report(detail.report, width, state)),
      ("Roles", roles(detail, state)),
      ("Also here", text(state.presentWords(detail), width, state)),
      ("Tasks", RoomPartLines.tasks(detail, width, state)),
      ("Decisions", RoomPartLines.decisions(detail, width, state)),
      ("Hypotheses", RoomPartLines.hypotheses(detail, width, state)),
      ("Suspected to follow", RoomPartLines.suspects(detail, width, state)),
      ("Merged in", RoomPartLines.children(detail, width, state)),
      ("Runbook", runs(detail, width, state)),
      ("Alerts", alerts(detail, width, state)),
      ("Missing alerts", missing(detail, width, state)),
      ("Post-mortem", RoomPartLines.postMortem(detail, width, state)),
      ("Like this one", similar(detail, width, state)),
      ("Times", times(detail, state)),
      ("Meet", meeting(detail, width, state)),
      ("Summary", text(detail.summary, width, state)),
      ("Verified by", text(detail.verification, width, state)),
    ]
    return sections.filter { !$0.1.isEmpty }.flatMap { [StyledLine($0.0, .tableHeading)] + $0.1 + [StyledLine()] }
  }

  static func clocks(_ detail: IncidentDetail, _ state: ScreenState) -> [StyledLine] {
    // Tasks and polls have their countdown where they stand.
    let own = detail.row.deadlines.filter { !$0.kind.hasPrefix("task:") && !$0.kind.hasPrefix("objections:") }
    let open = own.filter(\.isOpen).sorted { $0.dueAt < $1.dueAt }
    let ended = own.filter { !$0.isOpen && $0.state(at: state.now) == .broken }
    var lines = open.map { deadline -> StyledLine in
      let name = DeadlineWords.name(deadline.kind).padding(to: 8)
      let due = ClockWords.near(deadline.dueAt, now: state.now, offset: state.offset)
      return StyledLine(" " + name)
        + StyledLine(
          DeadlineWords.time(deadline, now: state.now).padding(to: 8), DeadlineWords.role(deadline, now: state.now))
        + StyledLine(" at \(due)", .dim)
    }
    lines += ended.map {
      StyledLine(" " + DeadlineWords.name($0.kind).padding(to: 8))
        + StyledLine("broken", .danger)
        + StyledLine(" was \(ClockWords.near($0.dueAt, now: state.now, offset: state.offset))", .dim)
    }
    for clock in UpdateClock.allCases {
      let over = own.filter { $0.kind == clock.kind && !$0.isOpen }.map { $0.state(at: state.now) }
      let kept = over.count { $0 == .kept }
      guard kept > 0 else { continue }
      let due = kept + over.count { $0 == .broken }
      lines.append(
        StyledLine(" " + DeadlineWords.name(clock.kind).padding(to: 8)) + StyledLine("\(kept) of \(due) kept", .dim))
    }
    if detail.recovery != .running, detail.recovery != .unknown {
      lines.append(StyledLine(" RTO     ") + StyledLine(detail.recovery.rawValue, role(detail.recovery), .bold))
    }
    return lines
  }

  /// Whom Sitrep is paging, what keeps pages back, and each who was not paged with the number to dial.
  static func pages(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    guard let paging = detail.row.paging else { return [] }
    var lines = paging.unpaged.map { ($0.words(about: detail.row.label), StyleRole.danger) }
    var rest = paging
    rest.unpaged = []
    if detail.row.status == .triggered { lines.append(PagingWords.line(rest, about: detail.row.label, state: state)) }
    return lines.flatMap { text, role in
      StyledLine.wrapped(text, Style(role), width: width, lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
    }
  }

  private static func role(_ verdict: RecoveryVerdict) -> StyleRole {
    switch verdict {
    case .met: .good
    case .missed: .danger
    case .unverified: .warning
    case .unknown, .running: .normal
    }
  }

  static func text(_ text: String?, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    guard let text, !text.isEmpty else { return [] }
    return StyledLine.wrapped(text, width: width, lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
  }

  static func report(_ report: ConditionReport?, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    guard let report else { return [] }
    return [("C", report.condition), ("A", report.actions), ("N", report.needs)].filter { !$0.1.isEmpty }.flatMap {
      StyledLine.wrapped($0.1, width: width, lead: StyledLine(" \($0.0) ", .title), indent: 3, glyphs: state.glyphs)
    }
  }

  private static func roles(_ detail: IncidentDetail, _ state: ScreenState) -> [StyledLine] {
    detail.roles.filter { $0.to == nil }.map {
      StyledLine(" " + $0.role.rawValue.padding(to: 15)) + StyledLine($0.person, .person)
    }
      + detail.offers.map {
        StyledLine(" " + $0.role.rawValue.padding(to: 15)) + StyledLine($0.person, .person)
          + StyledLine(" asked \(SpanWords.short(state.now - $0.at)) ago", .warning)
      }
  }

  static func runs(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    if detail.runs.isEmpty { return text(RunWords.line(of: detail, now: state.now), width, state) }
    return detail.runs.flatMap { run in
      StyledLine.wrapped(
        "\(run.procedure) \(RunWords.progress(run, now: state.now))",
        Style(RunWords.isMissed(run, now: state.now) && run.finishedAt == nil ? .warning : .normal), width: width,
        lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
    }
  }

  private static func alerts(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    detail.alerts.flatMap { alert -> [StyledLine] in
      let since =
        alert.isFiring
        ? "firing \(SpanWords.short(state.now - alert.startsAt))"
        : "ended" + (alert.endsAt.map { " \(ClockWords.near($0, now: state.now, offset: state.offset))" } ?? "")
      let times = alert.episodes > 1 ? ", \(alert.episodes) times" : ""
      return StyledLine.wrapped(
        alert.headline, width: width,
        lead: StyledLine(alert.isFiring ? " ! " : "   ", alert.isFiring ? .danger : .dim, .bold), indent: 3,
        glyphs: state.glyphs)
        + [StyledLine("   \(since)\(times)", .dim) + episodes(alert, state) + verdict(alert)]
    }
  }

  /// What people said of an alert, once it was over.
  private static func verdict(_ alert: AlertRow) -> StyledLine {
    switch alert.verdict {
    case .useful: StyledLine("  led us there", .good)
    case .noise: StyledLine("  noise", .warning)
    case nil: StyledLine()
    }
  }

  private static func missing(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    detail.missingAlerts.flatMap {
      StyledLine.wrapped(
        $0.text, width: width, lead: StyledLine(" - ", .warning, .bold), indent: 3, glyphs: state.glyphs)
    }
  }

  /// How often it began to fire, from its first episode of the last day until now; nothing where that is one.
  private static func episodes(_ alert: AlertRow, _ state: ScreenState) -> StyledLine {
    guard alert.begins.count > 1, let first = alert.begins.first, first < state.now else { return StyledLine() }
    let bars = 12
    var counts = [Double](repeating: 0, count: bars)
    let whole = (state.now - first).milliseconds
    for begin in alert.begins where begin <= state.now {
      counts[min(bars - 1, Int((begin - first).milliseconds * Int64(bars) / whole))] += 1
    }
    return StyledLine("  " + state.glyphs.sparkline(counts), .warning)
  }

  /// The likest one that is over, and what ended it.
  private static func similar(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    guard detail.knownAt == nil, let hits = state.similar[detail.row.id], let best = hits.first else { return [] }
    let end = best.row.closedAt ?? best.row.resolvedAt ?? best.row.openedAt
    let lead = StyledLine(" #\(best.row.label) ", best.row.severity.role, .bold)
    let first = StyledLine.wrapped(
      "\(best.row.title), \(SpanWords.short(state.now - end)) ago", width: width, lead: lead, indent: 1,
      glyphs: state.glyphs)
    let more = hits.count > 1 ? [StyledLine(" ~ lists \(hits.count)", .dim)] : []
    return first + text(best.excerpt, width, state) + more
  }

  private static func times(_ detail: IncidentDetail, _ state: ScreenState) -> [StyledLine] {
    let times = detail.times
    let points: [(String, TimePoint?)] = [
      ("impact", times.impactStarted), ("detected", times.detected), ("declared", times.declared),
      ("mitigated", times.mitigated), ("resolved", times.resolved),
    ]
    return points.compactMap { name, point in
      point.map {
        StyledLine(" " + name.padding(to: 10) + ($0.precision == .exact || $0.precision == .minute ? " " : "~"))
          + StyledLine(ClockWords.near($0.at, now: state.now, offset: state.offset))
      }
    }
  }

  private static func meeting(_ detail: IncidentDetail, _ width: Int, _ state: ScreenState) -> [StyledLine] {
    [detail.bridgeURL, detail.channel].compactMap { $0 }.flatMap {
      StyledLine.wrapped($0, Style(.link), width: width, lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
    }
  }
}
