import Commands
import EventLog

/// Who is on call now, how to reach them by hand, and who comes next.
struct OnCallView {
  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    let lines = OnCallView.lines(state, width: region.width)
    grid.draw(lines.dropFirst(min(state.pageScroll, max(0, lines.count - region.height))), in: region)
  }

  static func lines(_ state: ScreenState, width: Int) -> [StyledLine] {
    guard let page = state.onCall else {
      return [StyledLine(state.waitingWords("Loading"), .dim)]
    }
    guard page.isConfigured else {
      return [
        StyledLine(), StyledLine(" Nobody is named here: an oncall.yaml says who is on call, and when.", .warning),
        StyledLine(" sitrep config init writes one to begin with.", .dim), StyledLine(),
        StyledLine(" Sitrep wakes nobody yet: keep the pager that does.", .dim),
      ]
    }
    var lines = [StyledLine()]
    for (role, now, next) in rows(page.now) {
      let phone = now.flatMap { page.phones[$0] }.map { "  dial \($0)" } ?? ""
      lines.append(
        StyledLine(" " + role.padding(to: 11))
          + StyledLine((now ?? "NOBODY").padding(to: 12), now == nil ? .danger : .person, .bold)
          + StyledLine(phone) + StyledLine(next, .dim))
    }
    if let handoff = page.now.nextText { lines.append(StyledLine(" The next handoff is \(handoff).", .dim)) }
    lines.append(StyledLine())
    lines += StyledLine.wrapped(
      "Sitrep wakes nobody yet: whoever is on call is to be told by hand, or by the pager you have.", Style(.warning),
      width: max(1, width - 1), lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
    lines.append(StyledLine())
    if !page.shifts.isEmpty {
      lines.append(StyledLine("   ROLE       WHO         FROM               UNTIL", .tableHeading))
    }
    lines += page.shifts.map { shift in
      let style: StyleRole = shift.person == nil ? .danger : shift.isNow ? .normal : .dim
      return StyledLine(
        " \(shift.isNow ? ">" : " ") \(shift.role.padding(to: 10)) \((shift.person ?? "NOBODY").padding(to: 11)) "
          + "\(shift.startText.padding(to: 18)) \(shift.endText)", style, shift.isNow ? .bold : [])
    }
    return lines
  }

  private static func rows(_ summary: OnCallSummary) -> [(String, String?, String)] {
    let when = summary.nextText.map { " from \($0.split(separator: " ").prefix(2).joined(separator: " "))" } ?? ""
    func next(_ name: String?) -> String {
      name.map { "  then \($0)\(when)" } ?? (summary.nextText == nil ? "" : "  then nobody\(when)")
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
