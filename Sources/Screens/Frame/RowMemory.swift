/// The rows drawn last, each with what its cells depend on: where that is the same again, the row is taken over instead
/// of being drawn. A cursor key changes few rows, and all of them were drawn a moment before.
package struct RowMemory: Sendable {
  /// As they were drawn for their reasons, without what was laid over them afterwards.
  private var kept: [[GridCell]] = []
  private var reasons: [RowReason?] = []
  /// Nothing on it: rows that stay so are one and the same from frame to frame.
  private var blank = CellGrid(size: Size(columns: 0, rows: 0))

  package init() {}

  /// A grid of blanks to begin a frame with.
  mutating func begin(_ size: Size, glyphs: Glyphs) -> CellGrid {
    if blank.size != size || blank.glyphs != glyphs {
      blank = CellGrid(size: size, glyphs: glyphs)
      kept = blank.rows
      reasons = Array(repeating: nil, count: size.rows)
    }
    return blank
  }

  /// Draws one row of the frame, or takes it over. What is laid over it later in the frame is not kept.
  mutating func row(_ row: Int, of grid: inout CellGrid, because reason: RowReason, _ draw: (inout CellGrid) -> Void) {
    guard reasons.indices.contains(row) else { return draw(&grid) }
    if reasons[row] == reason {
      grid.rows[row] = kept[row]
    } else {
      draw(&grid)
      kept[row] = grid.rows[row]
      reasons[row] = reason
    }
  }
}
