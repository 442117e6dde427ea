import Commands
import EventLog
import Incidents

/// One incident for the wall: what hurts, how it stands, who does what next, and until when.
enum WallLines {
  /// The width of the names in front.
  static let names = 11

  static func of(_ row: IncidentRow, _ detail: IncidentDetail?, width: Int, state: ScreenState) -> [StyledLine] {
    let drill = row.isDrill ? StyledLine("DRILL ", .drill, .bold) : StyledLine()
    let lead =
      StyledLine(" #\(row.label) ", .title, .bold) + drill
      + StyledLine(row.severityLabel + "  ", row.severity.role, .bold)
    let room = max(1, width - Sanitizer.width(of: lead.text, glyphs: state.glyphs) - 1)
    var lines = [
      lead + StyledLine(Shortening.words(row.title, width: room, glyphs: state.glyphs), .title, .bold),
      IncidentFacts.line(row, state, width: width),
    ]
    guard let detail else { return lines }
    let parts: [(String, String?, StyleRole)] = [
      ("Impact", detail.impact ?? "nobody has said yet what users feel", detail.impact == nil ? .dim : .warning),
      ("Condition", detail.report?.condition, .normal), ("Actions", detail.report?.actions, .normal),
      ("Needs", detail.report?.needs, .warning), ("Roles", roles(detail), .normal),
      ("Next", next(detail, state), .normal), ("Clocks", clocks(row, state), .normal),
      ("Meet", [detail.bridgeURL, detail.channel].compactMap { $0 }.joined(separator: "  "), .link),
    ]
    for (name, text, role) in parts {
      guard let text, !text.isEmpty else { continue }
      lines += StyledLine.wrapped(
        text, Style(role), width: width, lead: StyledLine(" " + name.padding(to: names - 1), .tableHeading),
        indent: names, glyphs: state.glyphs)
    }
    return lines
  }

  private static func roles(_ detail: IncidentDetail) -> String {
    let held = detail.roles.filter { $0.to == nil }
    let names = held.map { "\($0.role.rawValue) \($0.person)" }
    return held.contains { $0.role == .commander }
      ? names.joined(separator: ", ")
      : (["nobody has command"] + names).joined(separator: ", ")
  }

  /// The open task that comes back first, with whose it is.
  private static func next(_ detail: IncidentDetail, _ state: ScreenState) -> String {
    let open = detail.openTasks
    guard let first = open.first else { return "no task is out" }
    let back = first.dueAt.map { due in
      let left = SpanWords.countdown(to: due, now: state.now)
      return due < state.now ? ", overdue \(left) !" : ", back in \(left)"
    }
    return "\(first.person): \(first.text)\(back ?? "")" + (open.count > 1 ? "; \(open.count - 1) more out" : "")
  }

  private static func clocks(_ row: IncidentRow, _ state: ScreenState) -> String {
    row.deadlines.filter { $0.isOpen && !$0.kind.hasPrefix("task:") }.sorted { $0.dueAt < $1.dueAt }.map {
      "\(DeadlineWords.cell($0, now: state.now)) (\(ClockWords.near($0.dueAt, now: state.now, offset: state.offset)))"
    }.joined(separator: "   ")
  }
}
