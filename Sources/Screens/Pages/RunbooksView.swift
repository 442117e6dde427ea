import Commands
import EventLog

/// The runbooks at hand.
struct RunbooksView {
  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    guard let rows = state.runbooks else {
      return grid.draw([StyledLine(state.waitingWords("Loading"), .dim)], in: region)
    }
    guard !rows.isEmpty else {
      let text =
        "No runbook is here yet: a Markdown file with a list of steps is one. sitrep config path says where they are read."
      return grid.draw(
        [StyledLine()]
          + StyledLine.wrapped(
            text, width: max(1, region.width - 1), lead: StyledLine(" "), indent: 1, glyphs: grid.glyphs), in: region)
    }
    var region = region
    if let label = state.selectedIncident?.label {
      let line = region.takeTop(1)
      if line.height > 0 {
        grid.put(" for #\(label): S starts the selected one", row: line.row, column: 0, style: Style(.notice))
      }
    }
    let isWide = region.width >= 76
    let heading = region.takeTop(region.height > 3 ? 1 : 0)
    let nameWidth = min(region.width / 2, max(16, rows.reduce(0) { max($0, $1.name.count) } + 2))
    let steps = 3 + nameWidth
    let title = steps + (isWide ? 29 : 8)
    if heading.height > 0 {
      for (text, column) in [("RUNBOOK", 3), ("STEPS", steps), ("TITLE", title)]
        + (isWide ? [("TARGET", steps + 8), ("SERVICE", steps + 16)] : [])
      {
        grid.put(text, row: heading.row, column: column, style: Style(.tableHeading))
      }
    }
    let top = state.runbookSelection.top
    for (place, row) in rows.dropFirst(top).prefix(region.height).enumerated() {
      let line = region.row + place
      let isSelected = row.name == state.runbookSelection.id
      let style = isSelected ? Style(.selected) : Style.normal
      if isSelected {
        grid.fill(row: line, style: style)
        grid.put(glyph: grid.glyphs.marker, row: line, column: 1, style: style)
        if grid.cursor == nil { grid.cursor = Position(column: 1, row: line) }
      }
      grid.put(row.name, row: line, column: 3, style: style, width: nameWidth - 1)
      let run = row.run.flatMap { $0.finishedAt == nil ? "\($0.done + $0.skipped)/\($0.total)" : nil }
      grid.put(run ?? String(row.steps), row: line, column: steps, style: style, width: 7)
      if isWide {
        grid.put(row.target.map(SpanWords.short) ?? "-", row: line, column: steps + 8, style: style, width: 7)
        grid.put(row.service ?? "-", row: line, column: steps + 16, style: style, width: 12)
      }
      let under = run == nil ? "" : "under way" + (row.run?.incidentLabel.map { " for #\($0)" } ?? "") + ": "
      grid.put(
        Shortening.words(under + row.title, width: max(1, region.width - title - 1), glyphs: grid.glyphs), row: line,
        column: title, style: style)
    }
  }
}
