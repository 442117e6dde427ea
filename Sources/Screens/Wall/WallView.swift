package import Commands
package import EventLog
import Incidents

/// The board for the wall: the worst incidents in large, still words; nothing on it asks for a key.
struct WallView {
  /// No wall shows more at once that anybody could read.
  static let most = 4
  /// The blank lines that the first of them gets where there is room.
  private static let air = 9

  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    guard state.board != nil else { return grid.draw([StyledLine(state.waitingWords("Loading"), .dim)], in: region) }
    let rows = state.wallRows
    guard !rows.isEmpty else { return drawQuiet(&grid, region) }
    var rest = region
    let whole = rows.reduce(0) { $0 + lines($1, width: region.width - 1).count + 1 }
    // Air between the lines only where nothing goes for it.
    let isAiry = region.height >= whole + WallView.air
    for (place, row) in rows.enumerated() {
      if place > 0 {
        // One that could not show what hurts is only named.
        guard rest.height >= 5 else { return drawOthers(&grid, rest, rows.dropFirst(place)) }
        let rule = rest.takeTop(1)
        grid.hline(row: rule.row)
      } else if isAiry {
        _ = rest.takeTop(1)
      }
      draw(row, isFirst: place == 0, isAiry: isAiry, &grid, &rest, others: rows.count - place - 1)
    }
  }

  private func draw(
    _ row: IncidentRow, isFirst: Bool, isAiry: Bool, _ grid: inout CellGrid, _ rest: inout Region, others: Int
  ) {
    let clock = isFirst ? largeClock(row, rest, grid.glyphs) : nil
    let width = max(1, rest.width - 1 - (clock?.width ?? 0))
    var lines = lines(row, width: width)
    if isFirst, isAiry { lines = spaced(lines) }
    let height = max(lines.count, clock == nil ? 0 : LargeText.height + 2)
    let part = rest.takeTop(min(height, max(2, rest.height - (others > 0 ? 1 : 0))))
    grid.draw(lines, in: Region(row: part.row, height: part.height, column: part.column, width: width))
    guard let clock, part.height >= LargeText.height + 2 else { return }
    let column = part.column + part.width - clock.width
    grid.put(clock.name, row: part.row, column: column, style: Style(clock.role, .bold))
    for (place, line) in clock.rows.enumerated() {
      grid.put(line, row: part.row + 1 + place, column: column, style: Style(clock.role, .bold))
    }
  }

  private func lines(_ row: IncidentRow, width: Int) -> [StyledLine] {
    WallLines.of(row, state.details[row.id], width: max(1, width), state: state)
  }

  private struct LargeClock {
    var name: String
    var rows: [String]
    var role: StyleRole
    var width: Int
  }

  /// What runs out next, in large signs, where the wall has room for them.
  private func largeClock(_ row: IncidentRow, _ region: Region, _ glyphs: Glyphs) -> LargeClock? {
    guard region.width >= 90, region.height >= 16, let next = row.nextDeadline,
      let rows = LargeText.rows(SpanWords.countdown(to: next.dueAt, now: state.now), glyphs: glyphs),
      let width = rows.first?.count
    else { return nil }
    return LargeClock(
      name: DeadlineWords.name(next.kind), rows: rows, role: DeadlineWords.role(next, now: state.now),
      width: max(width, 8) + 2)
  }

  /// A blank line after the two about the incident itself, and between the rest.
  private func spaced(_ lines: [StyledLine]) -> [StyledLine] {
    lines.enumerated().flatMap { place, line in
      let isNamed = line.parts.first.map { $0.style.role == .tableHeading } ?? false
      return place >= 2 && isNamed ? [StyledLine(), line] : [line]
    }
  }

  private func drawOthers(_ grid: inout CellGrid, _ region: Region, _ rows: ArraySlice<IncidentRow>) {
    let words = rows.map { "#\($0.label) \($0.severityLabel) \($0.title)" }.joined(separator: "; ")
    grid.draw(
      [StyledLine(" and " + Shortening.words(words, width: max(1, region.width - 6), glyphs: grid.glyphs), .dim)],
      in: region)
  }

  private func drawQuiet(_ grid: inout CellGrid, _ region: Region) {
    var lines = [
      StyledLine(
        state.board?.header.isNew == true
          ? " This store is new: nothing was ever recorded in it." : " No incident is open.", .title, .bold)
    ]
    if let last = state.lastEnded {
      let end = last.closedAt ?? last.resolvedAt ?? last.openedAt
      lines.append(
        StyledLine(" The last one, #\(last.label) \(last.title), ended \(SpanWords.short(state.now - end)) ago.", .dim))
    }
    grid.draw([StyledLine()] + lines, in: region)
  }
}

extension ScreenState {
  /// What the wall shows: open incidents in the console's order, exercises only where all is one.
  var wallRows: [IncidentRow] {
    guard let board else { return [] }
    let open = board.rows.filter { $0.status.isOpen && (board.header.isDrill || !$0.isDrill) }
    return Array(open.prefix(WallView.most))
  }
}

extension ScreenState {
  /// What the wall would show, as lines; `detail` gives an incident whole.
  package mutating func wallText(_ board: Board, detail: (StreamID) -> IncidentDetail?) -> [String] {
    self.board = board
    let rows = wallRows
    guard !rows.isEmpty else { return [board.header.isNew ? "This store is new." : "No incident is open."] }
    return rows.flatMap { row in
      WallLines.of(row, detail(row.id), width: size.columns, state: self).map { PlainScreen.safe($0.text) }
    }
  }
}
