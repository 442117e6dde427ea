/// A screenful, or a part of one, as a plain value: what a view returns, what a backend presents, what a golden shows.
package struct CellGrid: Equatable, Sendable {
  package let size: Size
  /// The set of signs that all text in this grid keeps to.
  package let glyphs: Glyphs
  /// From the top, `size.columns` cells each. Rows of their own, so that what a frame does not draw anew is shared with
  /// the one before: most keys change few rows, and the others are neither copied nor compared.
  package internal(set) var rows: [[GridCell]]
  /// Where the terminal's cursor stands; nil hides it.
  package var cursor: Position?

  /// A grid of blanks.
  package init(size: Size, glyphs: Glyphs = .unicode) {
    self.size = size
    self.glyphs = glyphs
    rows = Array(repeating: Array(repeating: .blank(.normal), count: size.columns), count: size.rows)
  }

  /// The cell at a place inside the grid.
  package subscript(row row: Int, column column: Int) -> GridCell { rows[row][column] }

  /// The columns of `columns` that exist; all of them for nil.
  func clamped(_ columns: Range<Int>?) -> Range<Int> { (columns ?? 0..<size.columns).clamped(to: 0..<size.columns) }

  func hasRow(_ row: Int) -> Bool { row >= 0 && row < size.rows }

  /// Puts one character into a row that exists, at a column that exists and has room for it. A wide character
  /// that it covers by half leaves a blank.
  mutating func set(_ character: SafeCharacter, row: Int, column: Int, style: Style) {
    clearHalf(row: row, column: column)
    if character.width == 2 {
      clearHalf(row: row, column: column + 1)
      rows[row][column + 1] = .continuation(style)
    }
    rows[row][column] = GridCell(character, style: style)
  }

  /// Blanks the other half of the wide character that covers a cell.
  mutating func clearHalf(row: Int, column: Int) {
    let width = rows[row][column].width
    if width == 2, column + 1 < size.columns {
      rows[row][column + 1] = .blank(rows[row][column + 1].style)
    } else if width == 0, column > 0 {
      rows[row][column - 1] = .blank(rows[row][column - 1].style)
    }
  }
}
