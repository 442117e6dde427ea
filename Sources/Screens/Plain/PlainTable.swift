/// Columns of words, as wide as what stands in them; only the last one is shortened where the terminal is narrow.
package struct PlainTable {
  package var headings: [String]
  package var rows: [[String]]

  package init(headings: [String], rows: [[String]]) {
    self.headings = headings
    self.rows = rows
  }

  /// - Parameter width: the columns of the terminal; nil where nothing is to be cut.
  package func lines(width: Int? = nil) -> [String] {
    let cells = ([headings] + rows).map { $0.map { Sanitizer.plain($0) } }
    var widths = headings.map { _ in 0 }
    for row in cells {
      for (place, cell) in row.enumerated() { widths[place] = max(widths[place], Sanitizer.width(of: cell)) }
    }
    return cells.map { row in
      var line = ""
      for (place, cell) in row.dropLast().enumerated() { line += cell.padding(to: widths[place] + 2) }
      let last = row.last ?? ""
      let room = width.map { max(8, $0 - Sanitizer.width(of: line)) }
      return line + (room.map { Shortening.words(last, width: $0, glyphs: .unicode) } ?? last)
    }
  }
}
