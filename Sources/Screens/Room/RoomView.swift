import Commands
import EventLog
import Incidents

/// An incident's room: its timeline, the newest entry at the bottom, and the facts a commander needs beside it.
struct RoomView {
  /// From this width on timeline and facts stand side by side.
  static let sideBySide = 100

  /// With the clock of the moment that the room shows.
  let state: ScreenState
  private let real: ScreenState
  let id: StreamID

  init(_ state: ScreenState, _ id: StreamID) {
    self.state = state.inRoom
    real = state
    self.id = id
  }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    guard let row = state.selectedIncident else {
      return grid.draw([StyledLine(state.waitingWords("Loading"), .dim)], in: region)
    }
    let areas = RoomAreas(state, region)
    drawPast(&grid, areas.past)
    drawTitle(&grid, areas.title, row)
    guard let detail = state.roomDetail else {
      return grid.draw([StyledLine(state.waitingWords("Loading"), .dim)], in: areas.timeline)
    }
    if state.showsBrief(of: detail) {
      let whole = areas.brief
      return HandoverBrief(detail, state, whole).draw(&grid, from: state.room.briefScroll)
    }
    if areas.timeline.width > 0 { drawTimeline(&grid, areas.timeline, detail) }
    if areas.facts.width > 0 { drawFacts(&grid, areas, detail) }
  }

  /// "AS OF 02:41, NOT NOW" across the whole screen.
  private func drawPast(_ grid: inout CellGrid, _ region: Region) {
    guard region.height > 0, let moment = state.roomDetail?.knownAt ?? state.room.knownAt else { return }
    grid.fill(row: region.row, style: Style(.headerAlarm))
    let words = "AS OF \(real.momentWords(moment)), NOT NOW"
    let keys = "   [ ] by entry   { } by minute   t comes back"
    let isWhole = words.count + keys.count + 2 <= region.width
    grid.put(
      isWhole ? words + keys : words, row: region.row, column: 1, style: Style(.headerAlarm, .bold),
      width: region.width - 1)
  }

  private func drawTitle(_ grid: inout CellGrid, _ region: Region, _ row: IncidentRow) {
    var region = region
    let first = region.takeTop(1)
    guard first.height > 0 else { return }
    let drill = row.isDrill ? StyledLine("DRILL ", .drill, .bold) : StyledLine()
    let lead =
      StyledLine(" #\(row.label) ", .title, .bold) + drill
      + StyledLine(row.severityLabel + " ", row.severity.role, .bold)
    let room = max(1, region.width - lead.text.count - 1)
    grid.put(
      lead + StyledLine(Shortening.words(row.title, width: room, glyphs: grid.glyphs), .title), row: first.row)
    let second = region.takeTop(1)
    if second.height > 0 { grid.put(IncidentFacts.line(row, state, width: region.width), row: second.row) }
    let rule = region.takeTop(1)
    if rule.height > 0 { grid.hline(row: rule.row) }
  }

  private func drawTimeline(_ grid: inout CellGrid, _ region: Region, _ detail: IncidentDetail) {
    var region = region
    let waiting = state.pending.compactMap { $0.incident == id ? $0.preview : nil }
    for text in waiting.suffix(max(0, region.height - 1)).reversed() {
      let line = region.takeBottom(1)
      grid.put(
        StyledLine("   \(Character(grid.glyphs.ellipsis))     ", .dim)
          + StyledLine(Shortening.words(text, width: max(1, region.width - 10), glyphs: grid.glyphs), .dim),
        row: line.row, width: region.width)
    }
    guard !detail.timeline.isEmpty else {
      return grid.draw([StyledLine(" Nothing is on the timeline yet: l writes the first line.", .dim)], in: region)
    }
    let layout = TimelineLayout(detail.timeline, width: region.width - 1, state: state)
    let window = layout.window(bottom: state.room.bottom ?? detail.timeline.count - 1, height: region.height)
    var rest = region
    if window.first?.index == 0, detail.earlierEntries > 0, window.reduce(0, { $0 + $1.lines.count }) < region.height {
      let line = rest.takeTop(1)
      grid.put(StyledLine("   \(detail.earlierEntries) earlier entries", .dim), row: line.row, width: region.width)
    }
    let selected = state.room.entry ?? detail.timeline.last?.id
    for (index, lines) in window {
      let part = rest.takeTop(lines.count)
      grid.draw(lines, in: part)
      guard detail.timeline[index].id == selected, part.height > 0 else { continue }
      let row = part.row + (lines.count > 1 && lines[0].text.hasPrefix("   ") && lines[0].parts.count == 1 ? 1 : 0)
      let marked = min(row, part.end - 1)
      grid.put(glyph: grid.glyphs.marker, row: marked, column: 0, style: Style(.selected))
      if grid.cursor == nil { grid.cursor = Position(column: 0, row: marked) }
    }
  }

  private func drawFacts(_ grid: inout CellGrid, _ areas: RoomAreas, _ detail: IncidentDetail) {
    let region = areas.facts
    if areas.timeline.width > 0 { grid.vline(column: region.column - 1, rows: region.row..<region.end) }
    let inset = Region(row: region.row, height: region.height, column: region.column + 1, width: region.width - 2)
    let lines = FactLines.of(detail, width: max(1, inset.width), state: state)
    guard areas.timeline.width > 0 else {
      return ScrolledLines(lines, height: region.height).draw(&grid, inset, from: state.room.factsScroll)
    }
    grid.draw(lines, in: inset)
    if lines.count > region.height, region.height > 0 {
      grid.fill(row: region.end - 1, columns: region.column..<region.column + region.width)
      grid.put("\(Character(grid.glyphs.downArrow)) Tab", row: region.end - 1, column: inset.column, style: Style(.dim))
    }
  }
}
