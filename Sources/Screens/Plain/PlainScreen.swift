package import Commands
package import EventLog
import Incidents
import OnCall
import Review

/// The same content line by line: for `--plain`, for pipes and screen readers, and for the verbs that show something.
/// No line carries a control character, and none depends on a colour or on its place.
package enum PlainScreen {
  /// - Parameters:
  ///   - offset: how far the displayed zone is ahead of UTC.
  ///   - width: the columns of the terminal; titles are shortened to fit. Nil where nothing is to be cut.
  package static func lines(of board: Board, now: Instant, offset: Span = .zero, width: Int? = nil) -> [String] {
    header(board.header, now: now) + rows(board, now: now, width: width)
      + board.anniversaries.prefix(1).map { safe($0.line) }
  }

  /// The incidents alone, as a table with headings; a sentence where there is none.
  package static func rows(_ board: Board, now: Instant, width: Int? = nil) -> [String] {
    if board.rows.isEmpty {
      return board.header.isNew
        ? FirstRun.text(wakesNobody: board.header.wakesNobody).map(\.1).filter { !$0.isEmpty } : ["No open incident."]
    }
    return table(of: board.rows, now: now, width: width)
  }

  /// Any incidents as a table, in the order given.
  package static func table(of rows: [IncidentRow], now: Instant, width: Int? = nil) -> [String] {
    PlainTable(
      headings: ["#", "SEV", "STATE", "NEXT", "RTO", "SERVICE", "TITLE"],
      rows: rows.map { row in
        [
          row.label, row.severityLabel, row.stateWords,
          row.nextPromise.map { DeadlineWords.cell($0, now: now) } ?? "-", row.recoveryWords(now: now),
          row.service ?? "-", (row.isDrill ? "DRILL " : "") + row.title + row.pagerWords(width: .max),
        ]
      }
    ).lines(width: width)
  }

  /// The header of every screen in words.
  package static func header(_ header: Header, now: Instant) -> [String] {
    var lines: [String] = []
    if header.isDrill { lines.append("DRILL: nothing here is real.") }
    if header.isReadOnly { lines.append("READ-ONLY: nothing can be changed from here.") }
    var parts = ["\(header.user)@\(header.host), \(header.store) store"]
    let counts = Severity.allCases.compactMap { severity in
      header.openBySeverity[severity].flatMap { $0 > 0 ? "\($0) \(severity.name)" : nil }
    }
    parts.append("\(header.open) open" + (counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"))
    if let overdue = header.overdue {
      parts.append(
        "OVERDUE #\(overdue.label) \(DeadlineWords.name(overdue.kind)) by \(SpanWords.short(now - overdue.dueAt))")
    }
    if let onCall = header.onCall {
      let next = onCall.nextText.map { ", then \(onCall.nextPrimary ?? "nobody") from \($0)" } ?? ""
      parts.append("on call: \(onCall.primary ?? "NOBODY")\(next)")
    }
    if let commander = header.commander { parts.append("commander: \(commander)") }
    parts.append(ClockWords.utc(now))
    lines.append(safe(parts.joined(separator: "; ")))
    lines += header.warnings.map { safe("Warning: \($0)") }
    if let watcher = header.watcher { lines.append(safe("\(watcher) watches: pages leave from there.")) }
    lines += header.news.map { safe("For you: \($0)") }
    if header.wakesNobody, header.onCall != nil { lines.append("Sitrep wakes nobody yet: tell people by hand.") }
    return lines
  }

  /// Who is on call, and who comes next.
  /// - Parameters:
  ///   - numbersShifts: each shift has a number in front of it, to be named by.
  ///   - wakesNobody: as the header says.
  package static func lines(of page: OnCallPage, numbersShifts: Bool = false, wakesNobody: Bool = true) -> [String] {
    guard page.isConfigured else {
      return ["Nobody is named here: an oncall.yaml says who is on call, and when."]
    }
    var lines = [("primary", page.now.primary), ("secondary", page.now.secondary), ("commander", page.now.commander)]
      .compactMap { role, name -> String? in
        guard let name else { return role == "primary" ? "primary: NOBODY" : nil }
        return "\(role): \(name)" + (page.phones[name].map { ", dial \($0)" } ?? "")
      }
    if let when = page.now.nextText { lines.append("next: \(page.now.nextPrimary ?? "NOBODY") from \(when)") }
    if wakesNobody { lines.append("Sitrep wakes nobody yet: whoever is on call is to be told by hand.") }
    lines += page.notices.map { "your shift moved: \($0)" }
    for offer in page.offers {
      lines.append("offered: \(offer.text)")
      if offer.to == page.user || offer.from == page.user { lines += offer.brief }
    }
    lines += page.away.map { "away: \($0)" }
    if let quality = page.quality {
      lines.append("quality of the next 52 weeks: \(quality.score) of 100, \(quality.gaps) gaps")
    }
    return lines.map(safe) + (numbersShifts ? shifts(of: page) : page.shifts.map { safe(words($0)) })
  }

  /// The shifts with their numbers.
  static func shifts(of page: OnCallPage) -> [String] {
    page.shifts.enumerated().map { safe("shift \($0 + 1): \(words($1))") }
  }

  private static func words(_ shift: ShiftRow) -> String {
    "\(shift.role): \(shift.person ?? "NOBODY"), \(shift.startText) to \(shift.endText)"
      + (shift.byHand.map { " (\($0))" } ?? "")
  }

  /// A runbook as it was written.
  static func source(of page: RunbookPage) -> [String] {
    page.source.split(separator: "\n", omittingEmptySubsequences: false).map { safe(String($0)) }
  }

  /// The runbooks at hand.
  package static func lines(of runbooks: [RunbookRow], width: Int? = nil) -> [String] {
    guard !runbooks.isEmpty else { return ["No runbook is here yet."] }
    return PlainTable(
      headings: ["RUNBOOK", "STEPS", "TARGET", "SERVICE", "TITLE"],
      rows: runbooks.map {
        [$0.name, String($0.steps), $0.target.map(SpanWords.short) ?? "-", $0.service ?? "-", $0.title]
      }
    ).lines(width: width)
  }

  /// Incidents that are over.
  package static func lines(of page: PastPage, now: Instant, width: Int? = nil) -> [String] {
    guard !page.rows.isEmpty else {
      return [page.words.isEmpty ? "None is over yet." : safe("None holds \"\(page.words)\".")]
    }
    return table(of: page.rows.map(\.row), now: now, width: width)
      + page.rows.compactMap { hit in hit.excerpt.map { safe("#\(hit.row.label): \($0)") } }
  }

  static func safe(_ text: String) -> String { Sanitizer.plain(text) }
}
