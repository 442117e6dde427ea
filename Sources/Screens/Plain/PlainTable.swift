/// Columns of words, as wide as what stands in them; only the last one is shortened where the terminal is narrow.
struct PlainTable {
  var headings: [String]
  var rows: [[String]]

  func lines(width: Int?) -> [String] {
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
