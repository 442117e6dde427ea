/// Lines of which a part is seen at a time. Where more follow, the last row says how many, so that nobody takes a part
/// for the whole.
struct ScrolledLines {
  let lines: [StyledLine]
  let height: Int

  init(_ lines: [StyledLine], height: Int) {
    self.lines = lines
    self.height = max(0, height)
  }

  /// Where it can be scrolled to at most.
  var end: Int { max(0, lines.count - max(1, height)) }

  /// The places of the lines that are seen from a start.
  func seen(from start: Int) -> Range<Int> {
    let first = min(max(0, start), end)
    let last = min(lines.count, first + height)
    return first..<(saysMore(first) ? last - 1 : last)
  }

  func draw(_ grid: inout CellGrid, _ region: Region, from start: Int) {
    let seen = seen(from: start)
    grid.draw(lines[seen], in: region)
    guard saysMore(seen.lowerBound) else { return }
    let more = lines.count - seen.upperBound
    grid.put(
      StyledLine(" \(Character(grid.glyphs.downArrow)) \(more) more line\(more == 1 ? "" : "s")", .dim),
      row: region.row + seen.count, column: region.column, width: region.width)
  }

  private func saysMore(_ first: Int) -> Bool { height >= 3 && first < end }
}
