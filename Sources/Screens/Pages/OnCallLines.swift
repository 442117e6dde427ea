import Commands
import EventLog
import OnCall

/// The parts of the on-call screen as lines.
struct OnCallLines {
  let state: ScreenState
  let page: OnCallPage
  let width: Int

  init(_ state: ScreenState, _ page: OnCallPage, width: Int) {
    self.state = state
    self.page = page
    self.width = width
  }

  /// Who holds the roles, and that nobody is woken.
  var now: [StyledLine] {
    var lines: [StyledLine] = []
    for (role, now, next) in rows {
      let phone = now.flatMap { page.phones[$0] }.map { "dial \($0)" }
      let name = StyledLine((now ?? "NOBODY").padding(to: isNarrow ? 0 : 12), now == nil ? .danger : .person, .bold)
      let lead = StyledLine(" " + role.padding(to: 11)) + name
      guard isNarrow else {
        lines.append(lead + StyledLine(phone.map { "  " + $0 } ?? "") + StyledLine(next.map { "  " + $0 } ?? "", .dim))
        continue
      }
      // The number is what somebody came for: it is never cut.
      lines.append(lead)
      for (text, role) in [(phone, StyleRole.normal), (next, .dim)] {
        guard let text else { continue }
        lines += StyledLine.wrapped(
          text, Style(role), width: max(1, width - 1), lead: StyledLine("   "), indent: 3, glyphs: state.glyphs)
      }
    }
    if let handoff = page.now.nextText { lines += say("The next handoff is \(handoff).", .dim) }
    lines.append(StyledLine())
    if let watcher = state.board?.header.watcher {
      lines += say(
        "Pages leave from \(watcher). What Sitrep says of them is whether they left, not whether they were seen.", .dim)
      lines.append(StyledLine())
    }
    if state.board?.header.wakesNobody != false {
      lines += say(
        "Sitrep wakes nobody yet: whoever is on call is to be told by hand, or by the pager you have.", .warning)
      lines.append(StyledLine())
    }
    return lines
  }

  /// How one's shifts moved, and what waits for an answer.
  var news: [StyledLine] {
    var lines: [StyledLine] = []
    for notice in page.notices { lines += say("Your shift moved: \(notice)", .notice) }
    for offer in page.offers {
      let isMine = offer.to == page.user
      lines += say(offer.text + (isMine ? ": y accepts, N declines" : ", not accepted yet"), isMine ? .notice : .normal)
      if let due = offer.dueAt {
        let isLate = due < state.now
        let clock = SpanWords.countdown(to: due, now: state.now)
        let isTold = offer.isReminded ? "was written to" : "is to be reminded"
        let reminded = offer.reminds.map { isLate ? ", \($0) \(isTold)" : ", then \($0) is reminded" } ?? ""
        lines += say("accept \(clock)" + reminded, isLate ? .danger : .dim)
      }
      if isMine || offer.from == page.user {
        lines += offer.brief.flatMap(brief)
      }
    }
    for person in page.away { lines += say("Away: \(person)", .dim) }
    if !lines.isEmpty { lines.append(StyledLine()) }
    return lines
  }

  /// Gaps, counted, and how good the schedule is for a year.
  var health: [StyledLine] {
    guard let quality = page.quality else { return [] }
    var lines: [StyledLine] = []
    let gaps = page.shifts.filter { $0.person == nil }.map(\.role)
    if !gaps.isEmpty {
      // Without a commander somebody is on call all the same.
      let roles = Set(gaps).sorted().joined(separator: ", ")
      let counted = "\(gaps.count) \(gaps.count == 1 ? "gap" : "gaps") in what is shown"
      lines += say("\(counted): nobody is \(roles) then.", .danger)
    }
    let counted = quality.gaps == 0 ? "no gaps" : "\(quality.gaps) gaps"
    lines += say(
      "52 weeks: quality \(quality.score) of 100, \(counted), balance \(quality.balance) %",
      quality.gaps == 0 ? .dim : .danger)
    if !quality.overloaded.isEmpty {
      let names = quality.overloaded.map { "\($0.person) \($0.share / 100) %" }.joined(separator: ", ")
      lines += say("More than 25 % of the time: \(names)", .warning)
    }
    lines.append(StyledLine())
    return lines
  }

  /// Where there is no room for both times, a shift ends where the next one begins.
  var heading: StyledLine {
    let words =
      isNarrow ? "   ROLE      WHO     FROM" : "   ROLE       WHO         FROM               UNTIL"
    return StyledLine(words, .tableHeading)
  }

  func shift(_ shift: ShiftRow, isSelected: Bool) -> StyledLine {
    let style: StyleRole = shift.person == nil ? .danger : shift.isNow ? .normal : .dim
    let mark = isSelected ? ">" : " "
    let byHand = shift.byHand.map { "  \($0)" } ?? ""
    if isNarrow {
      let who = Sanitizer.clipped(shift.person ?? "NOBODY", to: 7, glyphs: state.glyphs)
      return StyledLine(
        " \(mark) \(shift.role.padding(to: 9)) \(who.padding(to: 7)) \(shift.startText)", style,
        shift.isNow ? .bold : [])
    }
    return StyledLine(
      " \(mark) \(shift.role.padding(to: 10)) \((shift.person ?? "NOBODY").padding(to: 11)) "
        + "\(shift.startText.padding(to: 18)) \(shift.endText)\(byHand)", style, shift.isNow ? .bold : [])
  }

  private func say(_ text: String, _ role: StyleRole) -> [StyledLine] {
    StyledLine.wrapped(
      text, Style(role), width: max(1, width - 1), lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
  }

  /// A line of the brief: its parts stand out, and what does not fit goes on below its own beginning.
  private func brief(_ line: String) -> [StyledLine] {
    let words = line.drop { $0 == " " }
    let lead = 3 + line.count - words.count
    return StyledLine.wrapped(
      String(words), width: max(1, width - 1), lead: StyledLine(String(repeating: " ", count: lead)), indent: lead,
      glyphs: state.glyphs)
  }

  private var isNarrow: Bool { width < 60 }

  private var rows: [(String, String?, String?)] {
    let summary = page.now
    let when = summary.nextText.map { " from \($0.split(separator: " ").prefix(2).joined(separator: " "))" } ?? ""
    func next(_ name: String?) -> String? {
      name.map { "then \($0)\(when)" } ?? (summary.nextText == nil ? nil : "then nobody\(when)")
    }
    var rows = [("primary", summary.primary, next(summary.nextPrimary))]
    if summary.secondary != nil || summary.nextSecondary != nil {
      rows.append(("secondary", summary.secondary, next(summary.nextSecondary)))
    }
    if summary.commander != nil || summary.nextCommander != nil {
      rows.append(("commander", summary.commander, next(summary.nextCommander)))
    }
    return rows
  }
}
