extension CellGrid {
  /// The rows as text, one per line, without the blanks at their ends: the first block of a golden screen.
  package var text: String {
    rows { cell, line in
      guard cell.width > 0 else { return }
      line.append(cell.base)
      if cell.firstMark != 0, let mark = Unicode.Scalar(cell.firstMark) { line.append(mark) }
      if cell.secondMark != 0, let mark = Unicode.Scalar(cell.secondMark) { line.append(mark) }
    }
  }

  /// The letter of each cell's role (`StyleRole.letter`), row by row, without the normal cells at their ends: the
  /// second block of a golden screen.
  package var styleText: String {
    rows(blank: ".") { cell, line in line.append(contentsOf: String(cell.style.role.letter).unicodeScalars) }
  }

  private func rows(
    blank: Unicode.Scalar = " ", _ add: (GridCell, inout String.UnicodeScalarView) -> Void
  ) -> String {
    var lines: [String] = []
    for row in 0..<size.rows {
      var line = String.UnicodeScalarView()
      for column in 0..<size.columns { add(self[row: row, column: column], &line) }
      while line.last == blank { line.removeLast() }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n")
  }
}
