/// A part of a grid that a view may draw into.
struct Region: Hashable, Sendable {
  var row: Int
  var height: Int
  var column: Int
  var width: Int

  var end: Int { row + height }

  /// Cuts rows off the top.
  mutating func takeTop(_ count: Int) -> Region {
    let taken = min(max(0, count), height)
    let part = Region(row: row, height: taken, column: column, width: width)
    row += taken
    height -= taken
    return part
  }

  /// Cuts rows off the bottom.
  mutating func takeBottom(_ count: Int) -> Region {
    let taken = min(max(0, count), height)
    height -= taken
    return Region(row: row + height, height: taken, column: column, width: width)
  }
}

extension CellGrid {
  /// Draws lines from the top of a region on; what does not fit is left away.
  mutating func draw(_ lines: some Sequence<StyledLine>, in region: Region) {
    var row = region.row
    for line in lines {
      guard row < region.end else { return }
      put(line, row: row, column: region.column, width: region.width)
      row += 1
    }
  }

  /// A rule with a few words near its beginning.
  mutating func rule(_ words: String, style: Style = Style(.title), in region: Region) {
    guard region.height > 0 else { return }
    hline(row: region.row, columns: region.column..<region.column + region.width)
    guard !words.isEmpty, region.width > 6 else { return }
    let text = Shortening.words(words, width: region.width - 6, glyphs: glyphs)
    put(" " + text + " ", row: region.row, column: region.column + 3, style: style, width: region.width - 4)
    put(" ", row: region.row, column: region.column)
  }
}
