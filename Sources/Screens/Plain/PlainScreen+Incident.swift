package import Commands
package import EventLog
import Incidents
import Procedures

extension PlainScreen {
  /// One incident whole: its facts, its promises, then its timeline, the oldest entry first.
  package static func lines(
    of detail: IncidentDetail, now: Instant, offset: Span = .zero, width: Int? = nil
  ) -> [String] {
    let past = detail.knownAt.map { ["AS OF \(ClockWords.near($0, now: now, offset: offset)), NOT NOW"] } ?? []
    return (past + whole(detail, now: detail.knownAt ?? now, offset: offset)).flatMap { line in
      guard let width else { return [safe(line)] }
      return Wrap.lines(line, width: max(8, width))
    }
  }

  private static func whole(_ detail: IncidentDetail, now: Instant, offset: Span) -> [String] {
    let row = detail.row
    var lines = ["#\(row.label) \(row.isDrill ? "DRILL " : "")\(row.severityLabel) \(row.title)"]
    var facts = [row.stateWords]
    if let service = row.service { facts.append("service \(service)" + (row.tier.map { ", tier \($0)" } ?? "")) }
    if row.alertsFiring > 0 { facts.append("\(row.alertsFiring) alert\(row.alertsFiring == 1 ? "" : "s") firing") }
    if let pager = row.pager, row.status.isOpen { facts.append(pager.words(at: now)) }
    lines.append(facts.joined(separator: "; "))
    let texts: [(String, String?)] = [
      ("Impact", detail.impact), ("Condition", detail.report?.condition), ("Actions", detail.report?.actions),
      ("Needs", detail.report?.needs), ("Summary", detail.summary), ("Verified by", detail.verification),
      ("Post-mortem waived", detail.waiver), ("Bridge", detail.bridgeURL), ("Channel", detail.channel),
    ]
    for (name, text) in texts { if let text, !text.isEmpty { lines.append("\(name): \(text)") } }
    lines += detail.roles.filter { $0.to == nil }.map { "\($0.role.rawValue): \($0.person)" }
    lines += parts(of: detail, now: now, offset: offset)
    lines += row.deadlines.filter(\.isOpen).map { promise($0, now: now, offset: offset) }
    if detail.recovery != .unknown, detail.recovery != .running { lines.append("RTO: \(detail.recovery.rawValue)") }
    lines += times(detail.times, now: now, offset: offset)
    if let runbook = RunWords.line(of: detail, now: now) { lines.append("Runbook: \(runbook)") }
    lines += detail.alerts.map {
      "Alert \($0.isFiring ? "firing" : "ended"): \($0.headline) (\($0.source), since "
        + "\(ClockWords.near($0.startsAt, now: now, offset: offset)))"
        + ($0.verdict.map { ", \($0.words)" } ?? "")
    }
    lines.append(
      "Timeline" + (detail.earlierEntries > 0 ? " (\(detail.earlierEntries) earlier entries not shown)" : ""))
    lines += detail.timeline.map { entry($0, now: now, offset: offset) }
    return lines
  }

  /// Tasks, decisions, hypotheses and what hangs together with other incidents.
  private static func parts(of detail: IncidentDetail, now: Instant, offset: Span) -> [String] {
    var lines = detail.offers.map { "\($0.person) is asked to be \($0.role.rawValue)" }
    lines += detail.tasks.filter { $0.state != .dropped }.map { task in
      let back = task.dueAt.map { ", back by \(ClockWords.near($0, now: now, offset: offset))" } ?? ""
      return "Task \(task.number) [\(task.state.rawValue)] \(task.person): \(task.text)\(task.isOpen ? back : "")"
        + (task.note.map { " (\($0))" } ?? "")
    }
    lines += detail.decisions.map { decision in
      "Decision \(decision.number) [\(decision.state.rawValue)] \(decision.person): \(decision.text)"
        + decision.objections.map { "; objection of \($0.person): \($0.text)" }.joined()
    }
    lines += detail.hypotheses.map { hypothesis in
      let state = hypothesis.state.rawValue.split(separator: "_").joined(separator: " ")
      return "Hypothesis \(hypothesis.number) [\(state)]: \(hypothesis.text)"
        + (hypothesis.evidence.map { " (\($0))" } ?? "")
    }
    lines += detail.missingAlerts.map { "Missing alert: \($0.text)" }
    if let parent = detail.row.parentLabel {
      lines.append((detail.row.mergedInto == nil ? "Probably follows from #" : "Merged into #") + parent)
    }
    lines += detail.suspects.map { "Probably follows from this: #\($0.label) \($0.title)" }
    lines += detail.children.map { "Merged in: #\($0.number) \($0.title)" }
    lines += detail.links.map { "Evidence: \($0.link)" + ($0.note.map { " (\($0))" } ?? "") }
    return lines
  }

  private static func promise(_ deadline: Deadline, now: Instant, offset: Span) -> String {
    let when = ClockWords.near(deadline.dueAt, now: now, offset: offset)
    let rest =
      now > deadline.dueAt
      ? "OVERDUE by \(SpanWords.short(now - deadline.dueAt))" : "in \(SpanWords.short(deadline.dueAt - now))"
    return "Due: \(DeadlineWords.name(deadline.kind)) at \(when), \(rest) (\(deadline.rule))"
  }

  private static func times(_ times: IncidentTimes, now: Instant, offset: Span) -> [String] {
    let points = [
      ("impact", times.impactStarted), ("detected", times.detected), ("declared", times.declared),
      ("mitigated", times.mitigated), ("resolved", times.resolved),
    ]
    let words = points.compactMap { name, point in
      point.map { "\(name) \(ClockWords.near($0.at, now: now, offset: offset))" }
    }
    return words.isEmpty ? [] : ["Times: " + words.joined(separator: ", ")]
  }

  private static func entry(_ row: TimelineRow, now: Instant, offset: Span) -> String {
    let marks =
      (row.isPinned ? " (pinned)" : "") + (row.isHidden ? " (hidden)" : "") + (row.isCorrected ? " (corrected)" : "")
    return
      "\(ClockWords.near(row.happenedAt, now: now, offset: offset)) \(row.person) \(row.label): \(row.text)\(marks)"
  }

  /// A runbook with its steps, and what became of them.
  package static func lines(of page: RunbookPage, now: Instant, offset: Span = .zero, width: Int? = nil) -> [String] {
    var lines = ["\(page.row.name): \(page.row.title)"]
    if let run = page.row.run { lines.append("Run \(run.id.name): \(RunWords.progress(run, now: now))") }
    lines += StepRemarks.ofPage(page).map { "Note: \($0)" }
    for option in page.options {
      lines.append("Option \(option.name)\(option.isTaken ? " (taken)" : ""): \(option.title)")
    }
    for step in page.steps {
      let who = [step.person, step.at.map { ClockWords.near($0, now: now, offset: offset) }].compactMap { $0 }
      let word = step.state == .notTaken ? "option \(step.option ?? "") not taken" : step.state.rawValue
      let state = step.state == .todo ? "" : " [\(([word] + who).joined(separator: " "))]"
      lines.append("\(step.number). \(step.title)\(state)")
      guard step.state == .todo else { continue }
      if !step.lead.isEmpty { lines.append("   \(step.lead)") }
      if !step.text.isEmpty { lines.append("   \(step.text)") }
      for command in step.commands {
        lines += command.text.split(separator: "\n").map { "   $ \($0)" }
      }
      lines += step.checks.map { "   check: \($0)" }
      if !step.gaps.isEmpty { lines.append("   not known: \(step.gaps.map(\.words).joined(separator: ", "))") }
      lines += step.notes.map { "   note: \($0)" }
    }
    return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.map { line in
      width.map { Shortening.words(safe(String(line)), width: max(8, $0), glyphs: .unicode) } ?? safe(String(line))
    }
  }
}
