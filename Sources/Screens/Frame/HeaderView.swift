import Commands
import EventLog
import Incidents

/// The first row of every screen: where one is, how many burn, what is overdue, who is on call, and what time it is.
struct HeaderView {
  private struct Part {
    var text: String
    var role = StyleRole.header
    /// What goes first where there is no room has the greatest.
    var rank: Int
    /// One blank stands behind it, as the next part belongs to it.
    var isJoined = false
  }

  private let shown: ShownState

  init(_ shown: ShownState) { self.shown = shown }

  func draw(_ grid: inout CellGrid, _ region: Region, _ memory: inout RowMemory) {
    memory.row(region.row, of: &grid, because: .header(news: shown.state.news)) { draw(&$0, region) }
  }

  private func draw(_ grid: inout CellGrid, _ region: Region) {
    let base: StyleRole = shown.state.board?.header.isDrill == true ? .drill : .header
    grid.fill(row: region.row, style: Style(base))
    var parts = self.parts
    var clocks = [clock, ClockWords.utc(shown.state.now)]
    var gap = 3
    while true {
      let used = parts.reduce(1) { $0 + Sanitizer.width(of: $1.text, glyphs: grid.glyphs) + ($1.isJoined ? 1 : gap) }
      if used + clocks[0].utf8.count <= region.width { break }
      if gap > 2 {
        gap = 2
      } else if clocks.count > 1, clocks[0] != clocks[1] {
        clocks.removeFirst()
      } else if let worst = parts.indices.max(by: { parts[$0].rank < parts[$1].rank }), parts.count > 1 {
        parts.remove(at: worst)
        parts[0].isJoined = false
      } else {
        break
      }
    }
    var column = 1
    for part in parts {
      let isQuiet = part.role == .header && column > 1
      column += grid.put(
        part.text, row: region.row, column: column, style: Style(isQuiet ? base : part.role, isQuiet ? [] : .bold))
      column += part.isJoined ? 1 : gap
    }
    let left = region.width - column - clocks[0].utf8.count
    if left >= 0 {
      grid.putRight(clocks[0], row: region.row, endColumn: region.width - min(1, left), style: Style(base))
    }
  }

  /// UTC, and the displayed zone's time where it differs.
  private var clock: String {
    let utc = ClockWords.utc(shown.state.now)
    guard shown.state.offset != .zero else { return utc }
    return utc + " " + ClockWords.time(shown.state.now, offset: shown.state.offset) + " "
      + (shown.state.zoneName ?? "local")
  }

  private var parts: [Part] {
    guard let header = shown.state.board?.header else { return [Part(text: "SITREP", rank: 0)] }
    var parts = [Part(text: "SITREP", rank: 12, isJoined: true)]
    parts.append(Part(text: "\(header.user)@\(header.host)" + store(header), rank: 90))
    if header.isDrill { parts.append(Part(text: "DRILL", role: .drill, rank: 3)) }
    if shown.state.isReadOnly, !shown.state.isOnWall { parts.append(Part(text: "READ-ONLY", role: .notice, rank: 4)) }
    parts.append(Part(text: counts(header), rank: 20))
    if let overdue = header.overdue {
      let time = SpanWords.countdown(to: overdue.dueAt, now: shown.state.now)
      parts.append(
        Part(
          text: "OVERDUE #\(overdue.label) \(DeadlineWords.name(overdue.kind)) \(time)", role: .headerAlarm, rank: 10))
    }
    if let quiet = shown.state.quietest {
      parts.append(Part(text: "QUIET #\(quiet.row.label) \(SpanWords.short(quiet.span))", role: .notice, rank: 25))
    }
    if let onCall = header.onCall { parts.append(contentsOf: self.onCall(onCall)) }
    if let commander = header.commander { parts.append(Part(text: "IC \(commander)", rank: 60)) }
    return parts
  }

  /// A team's store is what everybody expects; any other kind is named.
  private func store(_ header: Header) -> String { header.store == "team" ? "" : " \(header.store)" }

  private func counts(_ header: Header) -> String {
    if header.isNew { return "new store" }
    guard let worst = Severity.allCases.first(where: { (header.openBySeverity[$0] ?? 0) > 0 }) else {
      return "\(header.open) open"
    }
    return "\(header.open) open, \(header.openBySeverity[worst] ?? 0) \(worst.name)"
  }

  private func onCall(_ summary: OnCallSummary) -> [Part] {
    let time = summary.nextText.map { " " + $0.split(separator: " ").prefix(2).joined(separator: " ") } ?? ""
    let next = summary.nextText == nil ? "" : " > " + (summary.nextPrimary ?? "NOBODY") + time
    guard let primary = summary.primary else {
      return [Part(text: "NOBODY ON CALL" + next, role: .headerAlarm, rank: 15)]
    }
    return [Part(text: primary + next, rank: 50)]
  }
}
