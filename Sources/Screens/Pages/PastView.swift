import Commands
import EventLog
import Incidents

/// The incidents that are over, the newest first, and what a search found in them.
struct PastView {
  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    var region = region
    let words = state.pastPosition.words
    let line = region.takeTop(1)
    guard line.height > 0 else { return }
    let heading =
      state.pastPosition.similarTo != nil
      ? "Incidents that are over, \(words), the likest first; / looks for words"
      : words.isEmpty
        ? "Incidents that are over; / looks for words in all that was written" : "Those that hold \"\(words)\""
    grid.put(
      " " + Shortening.words(heading, width: region.width - 2, glyphs: grid.glyphs), row: line.row, column: 0,
      style: Style(.tableHeading))
    guard let past = state.past, past.words == words else {
      return grid.draw([StyledLine(state.waitingWords("Looking"), .dim)], in: region)
    }
    guard !past.rows.isEmpty else {
      return grid.draw(
        [StyledLine(words.isEmpty ? " None is over yet." : " None holds these words. / asks for others.", .dim)],
        in: region)
    }
    let labelWidth = past.rows.dropFirst(state.pastPosition.selection.top).prefix(region.height)
      .reduce(2) { max($0, $1.row.label.count) }
    let isWide = region.width >= 60
    let number = 3
    let severity = number + labelWidth + 2
    let day = severity + 7
    let service = day + 14
    let title = isWide ? service + 12 : day
    for hit in past.rows.dropFirst(state.pastPosition.selection.top) {
      let height = PastView.height(hit)
      let part = region.takeTop(height)
      guard part.height > 0 else { return }
      let isSelected = hit.row.id == state.pastPosition.selection.id
      let style = isSelected ? Style(.selected) : hit.row.isDrill ? Style(.drill) : Style.normal
      if isSelected {
        grid.fill(row: part.row, style: style)
        grid.put(glyph: grid.glyphs.marker, row: part.row, column: 1, style: style)
        if grid.cursor == nil { grid.cursor = Position(column: 1, row: part.row) }
      }
      grid.put(hit.row.label, row: part.row, column: number, style: style)
      grid.put(
        hit.row.severityLabel, row: part.row, column: severity,
        style: isSelected ? style : Style(hit.row.severity.role))
      if isWide {
        let end = hit.row.closedAt ?? hit.row.resolvedAt ?? hit.row.openedAt
        grid.put(
          ClockWords.full(end, offset: state.offset).dropDay, row: part.row, column: day, style: style, width: 13)
        grid.put(hit.row.service ?? "-", row: part.row, column: service, style: style, width: 11)
      }
      let ending =
        hit.row.resolution.map { $0.counts ? "" : " (\($0.rawValue.split(separator: "_").joined(separator: " ")))" }
        ?? ""
      let room = max(1, region.width - title - 1)
      grid.put(
        Shortening.words((hit.row.isDrill ? "DRILL " : "") + hit.row.title + ending, width: room, glyphs: grid.glyphs),
        row: part.row, column: title, style: style)
      if let excerpt = hit.excerpt, part.height > 1 {
        grid.put(
          Shortening.words(excerpt, width: room, glyphs: grid.glyphs), row: part.row + 1, column: title,
          style: Style(.dim))
      }
    }
  }

  static func height(_ hit: PastPage.Hit) -> Int { hit.excerpt == nil ? 1 : 2 }
}

extension String {
  /// "21 Nov 14:32" of "Sat 21 Nov 14:32".
  fileprivate var dropDay: String { String(dropFirst(4)) }
}
