import Commands
import EventLog
import Incidents

/// The first screen: what burns, the most urgent first, and below it the selected one in a few lines.
struct ListView {
  private let shown: ShownState

  init(_ shown: ShownState) { self.shown = shown }

  func draw(_ grid: inout CellGrid, _ region: Region, _ memory: inout RowMemory) {
    guard let board = shown.state.board else {
      return grid.draw([StyledLine(shown.state.waitingWords("Opening the store"), .dim)], in: region)
    }
    if board.header.isNew, board.rows.isEmpty {
      return FirstRun.draw(&grid, region, wakesNobody: board.header.wakesNobody)
    }
    guard !board.rows.isEmpty || shown.state.ghost != nil else { return drawEmpty(&grid, region) }
    var areas = ListAreas(shown.state, region)
    let last = min(board.rows.count, shown.state.list.top + areas.list.height)
    var labelWidth = 2
    for index in min(shown.state.list.top, last)..<last {
      labelWidth = max(labelWidth, board.rows[index].label.utf8.count)
    }
    let columns = ListColumns(
      width: region.width, labelWidth: labelWidth,
      hasRecovery: shown.state.listHasRecovery, hasService: shown.state.listHasService)
    if areas.headings.height > 0 {
      memory.row(
        areas.headings.row, of: &grid, because: .headings(news: shown.state.news, labelWidth: labelWidth)
      ) { drawHeadings(&$0, areas.headings, columns) }
    }
    drawRows(&grid, &areas.list, board, columns, labelWidth, &memory)
    drawPreview(&grid, areas.preview, columns)
  }

  private func drawHeadings(_ grid: inout CellGrid, _ region: Region, _ columns: ListColumns) {
    let headings: [(String, ListColumns.Column)] = [
      ("#", columns.number), ("SEV", columns.severity), ("STATE", columns.state), ("NEXT", columns.next),
      ("RTO", columns.recovery), ("SERVICE", columns.service), ("TITLE", columns.title),
    ]
    for (text, column) in headings where column.isShown {
      grid.put(text, row: region.row, column: column.start, style: Style(.tableHeading), width: column.width)
    }
  }

  private func drawRows(
    _ grid: inout CellGrid, _ region: inout Region, _ board: Board, _ columns: ListColumns, _ labelWidth: Int,
    _ memory: inout RowMemory
  ) {
    let selected = shown.state.listedIndex
    var index = shown.state.list.top
    while region.height > 0, index <= board.rows.count {
      if let ghost = shown.state.ghost, index == shown.state.list.index {
        let line = region.takeTop(1)
        drawGhost(&grid, line, ghost, columns)
        grid.cursor = grid.cursor ?? Position(column: 0, row: line.row)
      }
      guard index < board.rows.count, region.height > 0 else { return }
      let line = region.takeTop(1)
      let marks = IncidentLine.marks(board.rows[index], shown.state)
      let reason = RowReason.incident(index, news: shown.state.news, marks: marks, labelWidth: labelWidth)
      memory.row(line.row, of: &grid, because: reason) {
        IncidentLine.draw(board.rows[index], of: shown.state, &$0, line, columns, marks)
      }
      if index == selected {
        IncidentLine.select(board.rows[index], &grid, line, columns, marks)
        grid.cursor = Position(column: max(0, columns.marker.width - 2), row: line.row)
      }
      if ListAreas.hasSecondLine(shown.state, index) {
        let second = region.takeTop(1)
        if second.height > 0 { drawPaging(of: board.rows[index], &grid, second, columns) }
      }
      index += 1
    }
  }

  private func drawPaging(
    of row: IncidentRow, _ grid: inout CellGrid, _ region: Region, _ columns: ListColumns
  ) {
    let name = shown.state.board?.header.onCall?.primary ?? ""
    let start = columns.state.start
    let room = region.width - start - 1
    let (text, role) =
      row.paging.map { PagingWords.line($0, about: row.label, state: shown.state) }
      ?? ("nobody is paged, Sitrep wakes nobody yet: tell \(name)", .dim)
    grid.put(
      Shortening.words(text, width: room, glyphs: grid.glyphs), row: region.row, column: start, style: Style(role))
  }

  private func drawGhost(_ grid: inout CellGrid, _ region: Region, _ row: IncidentRow, _ columns: ListColumns) {
    let what = row.status.isOpen ? "no longer listed" : row.status.rawValue
    let text = "#\(row.label) \(row.title): \(what). Nothing is selected."
    grid.put(
      Shortening.words(text, width: region.width - columns.marker.width - 1, glyphs: grid.glyphs), row: region.row,
      column: columns.marker.width, style: Style(.dim))
  }

  private func drawPreview(_ grid: inout CellGrid, _ region: Region, _ columns: ListColumns) {
    var region = region
    guard region.height > 1 else { return }
    let row = shown.state.selectedIncident ?? shown.state.ghost
    guard let row else { return }
    grid.rule("#\(row.label)", style: Style(.border), in: region.takeTop(1))
    let isTitleWhole = Sanitizer.width(of: row.listedTitle(shown.state), glyphs: grid.glyphs) <= columns.title.room
    let lines =
      shown.state.details[row.id].map {
        PreviewLines.of(
          $0, knownTitle: isTitleWhole ? row.title : nil, limit: region.height, width: region.width - 1,
          state: shown.state)
      } ?? [StyledLine(" \(Character(grid.glyphs.ellipsis))", .dim)]
    grid.draw(lines, in: region)
  }

  private func drawEmpty(_ grid: inout CellGrid, _ region: Region) {
    var lines = [StyledLine(), StyledLine(" No open incident.", .normal)]
    if let last = shown.state.lastEnded {
      let when = last.closedAt ?? last.resolvedAt
      let ago = when.map { ", \(SpanWords.short(shown.state.now - $0)) ago" } ?? ""
      lines.append(
        StyledLine(
          " Last one: #\(last.label) \(last.severityLabel) \(last.title) (\(last.status.rawValue)\(ago))", .dim))
    }
    if shown.state.board?.header.hasSource == false {
      lines.append(StyledLine())
      lines.append(
        StyledLine(" No alert has ever arrived: connect Alertmanager as docs/alertmanager.md says.", .warning))
    }
    lines.append(StyledLine())
    lines.append(StyledLine(" n declares one.", .dim))
    grid.draw(
      lines.flatMap {
        StyledLine.wrapped(
          String($0.text.dropFirst()), $0.parts.first?.style ?? .normal, width: max(1, region.width - 1),
          lead: StyledLine(" "), indent: 1, glyphs: grid.glyphs)
      }, in: region)
  }
}
