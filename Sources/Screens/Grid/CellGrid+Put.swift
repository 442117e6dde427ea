extension CellGrid {
  /// Writes a text into one row, through the sanitizer. What does not fit ends in an ellipsis, and a wide character is
  /// never cut in half. Places outside the grid are ignored, so a view needs no case for small terminals.
  /// - Parameter width: the most columns to use; nil for the rest of the row.
  /// - Returns: the columns used.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, style: Style = .normal, width: Int? = nil
  ) -> Int {
    guard hasRow(row), column >= 0, column < size.columns else { return 0 }
    let room = min(width ?? size.columns, size.columns - column)
    guard room > 0 else { return 0 }
    if let used = putPlain(text, row: row, column: column, style: style, room: room) { return used }
    var used = 0
    var lastWidth = 0
    for character in Sanitizer.characters(of: text, glyphs: glyphs) {
      guard used + Int(character.width) <= room else {
        if used == room { used -= lastWidth }
        set(SafeCharacter(base: glyphs.ellipsis), row: row, column: column + used, style: style)
        return used + 1
      }
      set(character, row: row, column: column + used, style: style)
      used += Int(character.width)
      lastWidth = Int(character.width)
    }
    return used
  }

  /// The short way for printable ASCII, which most of a screen is: each byte is a cell as it stands.
  /// - Returns: the columns used; nil where the text has anything else, and nothing was written.
  private mutating func putPlain(_ text: String, row: Int, column: Int, style: Style, room: Int) -> Int? {
    let ellipsis = glyphs.ellipsis
    let written = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      // What does not fit need not be looked at: it is left out whatever it is.
      let shown = bytes.prefix(room)
      guard !shown.isEmpty, shown.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      let isCut = bytes.count > room
      // A mark may follow the last one that fits, and belongs to it.
      if isCut, bytes[room] >= 0x7F { return nil }
      clearHalf(row: row, column: column)
      clearHalf(row: row, column: column + shown.count - 1)
      rows[row].withUnsafeMutableBufferPointer { cells in
        for (place, byte) in shown.enumerated() {
          cells[column + place] = GridCell(SafeCharacter(base: Unicode.Scalar(byte)), style: style)
        }
        if isCut { cells[column + room - 1] = GridCell(SafeCharacter(base: ellipsis), style: style) }
      }
      return shown.count
    }
    return written ?? nil
  }

  /// Writes a sign of `glyphs`.
  @discardableResult
  package mutating func put(glyph: Unicode.Scalar, row: Int, column: Int, style: Style = .normal) -> Int {
    put(String(glyph), row: row, column: column, style: style)
  }

  /// Writes a text so that it ends just before `endColumn`.
  /// - Parameters:
  ///   - endColumn: nil for the row's end.
  ///   - width: the most columns to use; nil for all up to `endColumn`.
  /// - Returns: the columns used.
  @discardableResult
  package mutating func putRight(
    _ text: String, row: Int, endColumn: Int? = nil, style: Style = .normal, width: Int? = nil
  ) -> Int {
    let end = min(endColumn ?? size.columns, size.columns)
    let room = min(width ?? end, end)
    guard room > 0 else { return 0 }
    let needed = min(room, Sanitizer.width(of: text, glyphs: glyphs))
    return put(text, row: row, column: end - needed, style: style, width: needed)
  }

  /// Fills a part of a row with one character, a blank if not told otherwise.
  package mutating func fill(
    row: Int, columns: Range<Int>? = nil, style: Style = .normal, with filler: Unicode.Scalar = " "
  ) {
    guard hasRow(row) else { return }
    let columns = clamped(columns)
    guard !columns.isEmpty else { return }
    clearHalf(row: row, column: columns.lowerBound)
    clearHalf(row: row, column: columns.upperBound - 1)
    let cell = GridCell(safe(filler), style: style)
    rows[row].withUnsafeMutableBufferPointer { cells in
      for column in columns { cells[column] = cell }
    }
  }

  /// One column's worth of a filler: itself where it is printable ASCII or a rule of this grid's own signs.
  private func safe(_ filler: Unicode.Scalar) -> SafeCharacter {
    let isPlain = (0x20..<0x7F).contains(filler.value)
    if isPlain || filler == glyphs.horizontalRule || filler == glyphs.verticalRule {
      return SafeCharacter(base: filler)
    }
    var characters = Sanitizer.characters(of: String(filler), glyphs: glyphs)
    let character = characters.next() ?? SafeCharacter(base: " ")
    return character.width == 1 ? character : SafeCharacter(base: glyphs.replacement)
  }

  /// Draws a horizontal rule.
  package mutating func hline(row: Int, columns: Range<Int>? = nil, style: Style = Style(.border)) {
    fill(row: row, columns: columns, style: style, with: glyphs.horizontalRule)
  }

  /// Draws a vertical rule.
  package mutating func vline(column: Int, rows: Range<Int>? = nil, style: Style = Style(.border)) {
    guard column >= 0 else { return }
    for row in (rows ?? 0..<size.rows).clamped(to: 0..<size.rows) {
      fill(row: row, columns: column..<column + 1, style: style, with: glyphs.verticalRule)
    }
  }

  /// Changes the style of a part of a row and leaves its text.
  package mutating func restyle(row: Int, columns: Range<Int>? = nil, _ change: (inout Style) -> Void) {
    guard hasRow(row) else { return }
    for column in clamped(columns) { change(&rows[row][column].style) }
  }

  /// Lays another grid over this one with its top left corner at a place; what lies outside is left away.
  package mutating func place(_ other: CellGrid, row: Int, column: Int) {
    for sourceRow in 0..<other.size.rows where hasRow(row + sourceRow) {
      for sourceColumn in 0..<other.size.columns {
        let target = column + sourceColumn
        guard target >= 0, target < size.columns else { continue }
        let cell = other[row: sourceRow, column: sourceColumn]
        let isLeftCut = cell.width == 0 && target == 0
        let isRightCut = cell.width == 2 && target + 1 == size.columns
        if cell.width != 0 || isLeftCut { clearHalf(row: row + sourceRow, column: target) }
        if cell.width == 2 && !isRightCut { clearHalf(row: row + sourceRow, column: target + 1) }
        rows[row + sourceRow][target] = isLeftCut || isRightCut ? .blank(cell.style) : cell
      }
    }
  }
}
