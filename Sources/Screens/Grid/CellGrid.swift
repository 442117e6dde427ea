/// A screenful, or a part of one, as a plain value: what a view returns, what a backend presents, what a golden shows.
package struct CellGrid: Equatable, Sendable {
  package let size: Size
  /// The set of signs that all text in this grid keeps to.
  package let glyphs: Glyphs
  /// Row after row, `size.columns` cells each.
  package internal(set) var cells: [GridCell]
  /// Where the terminal's cursor stands; nil hides it.
  package var cursor: Position?

  /// A grid of blanks.
  package init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    cells = Array(repeating: .blank(.normal), count: size.columns * size.rows)
  }

  /// The cell at a place inside the grid.
  package subscript(row row: Int, column column: Int) -> GridCell { cells[row * size.columns + column] }

  /// The columns of `columns` that exist; all of them for nil.
  func clamped(_ columns: Range<Int>?) -> Range<Int> { (columns ?? 0..<size.columns).clamped(to: 0..<size.columns) }

  func hasRow(_ row: Int) -> Bool { row >= 0 && row < size.rows }

  /// Puts one character into a row that exists, at a column that exists and has room for it. A wide character
  /// that it covers by half leaves a blank.
  mutating func set(_ character: SafeCharacter, row: Int, column: Int, style: Style) {
    let index = row * size.columns + column
    clearHalf(at: index, row: row)
    if character.width == 2 {
      clearHalf(at: index + 1, row: row)
      cells[index + 1] = .continuation(style)
    }
    cells[index] = GridCell(character, style: style)
  }

  /// Blanks the other half of the wide character that covers the cell at `index`.
  mutating func clearHalf(at index: Int, row: Int) {
    let cell = cells[index]
    if cell.width == 2, index + 1 < (row + 1) * size.columns {
      cells[index + 1] = .blank(cells[index + 1].style)
    } else if cell.width == 0, index > row * size.columns {
      cells[index - 1] = .blank(cells[index - 1].style)
    }
  }
}
