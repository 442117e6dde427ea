import Commands

/// What stands above the footer: a line being typed, a question, or what the console says back.
struct BottomLines {
  var lines: [StyledLine] = []
  /// Where the cursor stands: the line and the column.
  var cursor: (line: Int, column: Int)?

  init() {}

  init(_ state: ScreenState, width: Int, limit: Int) {
    if BottomWriter.isSilent(state) { return }
    self = BottomWriter(state, width: width).written()
    // The last lines hold what is typed; of a notice the first ones matter.
    if lines.count > limit {
      if let at = cursor {
        let cut = lines.count - limit
        lines.removeFirst(cut)
        cursor = (at.line - cut, at.column)
      } else {
        lines.removeLast(lines.count - limit)
        let last = lines.removeLast().text
        let ending = "\(Character(state.glyphs.ellipsis)) (? shows all)"
        let room = max(1, width - 1 - ending.count)
        lines.append(
          StyledLine(Shortening.words(last, width: room, glyphs: state.glyphs) + ending, .danger))
      }
    }
  }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    let skipped = max(0, lines.count - region.height)
    for (place, line) in lines.dropFirst(cursor == nil ? 0 : skipped).prefix(region.height).enumerated() {
      grid.fill(row: region.row + place)
      grid.put(line, row: region.row + place)
    }
    if let cursor, cursor.line >= skipped {
      grid.cursor = Position(
        column: min(cursor.column, max(0, region.width - 1)), row: region.row + cursor.line - skipped)
    }
  }
}
