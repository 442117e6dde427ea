extension CellGrid {
  /// The columns of a row from the first to the last cell that differs from another grid; nil when none does. All of
  /// the row when there is no other grid or it has another size. A wide character is never cut by the range's ends.
  package func changedColumns(row: Int, since other: CellGrid?) -> Range<Int>? {
    guard let other, other.size == size else { return size.columns > 0 ? 0..<size.columns : nil }
    let start = row * size.columns
    let end = start + size.columns
    guard var (first, last) = differing(from: other, start..<end) else { return nil }
    if cells[first].width == 0 && first > start { first -= 1 }
    if cells[last].width == 2 && last < end - 1 { last += 1 }
    return first - start..<last + 1 - start
  }

  /// The first and the last cell that differ, found by words: every frame looks at every cell.
  private func differing(from other: CellGrid, _ places: Range<Int>) -> (first: Int, last: Int)? {
    let word = MemoryLayout<UInt64>.stride
    let words = MemoryLayout<GridCell>.stride / word
    return cells.withUnsafeBytes { new in
      other.cells.withUnsafeBytes { old in
        func isSame(_ place: Int) -> Bool {
          new.loadUnaligned(fromByteOffset: place * word, as: UInt64.self)
            == old.loadUnaligned(fromByteOffset: place * word, as: UInt64.self)
        }
        var first = places.lowerBound * words
        let end = places.upperBound * words
        while first < end, isSame(first) { first += 1 }
        guard first < end else { return nil }
        var last = end - 1
        while isSame(last) { last -= 1 }
        return (first / words, last / words)
      }
    }
  }
}
