extension CellGrid {
  /// The columns of a row from the first to the last cell that differs from another grid; nil when none does. All of
  /// the row when there is no other grid or it has another size. A wide character is never cut by the range's ends.
  package func changedColumns(row: Int, since other: CellGrid?) -> Range<Int>? {
    guard let other, other.size == size else { return size.columns > 0 ? 0..<size.columns : nil }
    guard var (first, last) = differing(from: other, row: row) else { return nil }
    if rows[row][first].width == 0 && first > 0 { first -= 1 }
    if rows[row][last].width == 2 && last < size.columns - 1 { last += 1 }
    return first..<last + 1
  }

  /// The first and the last cell that differ: none at once where the row is shared, else found by words.
  private func differing(from other: CellGrid, row: Int) -> (first: Int, last: Int)? {
    let word = MemoryLayout<UInt64>.stride
    let words = MemoryLayout<GridCell>.stride / word
    return rows[row].withUnsafeBytes { new in
      other.rows[row].withUnsafeBytes { old in
        if new.baseAddress == old.baseAddress { return nil }
        func isSame(_ place: Int) -> Bool {
          new.loadUnaligned(fromByteOffset: place * word, as: UInt64.self)
            == old.loadUnaligned(fromByteOffset: place * word, as: UInt64.self)
        }
        var first = 0
        let end = size.columns * words
        while first < end, isSame(first) { first += 1 }
        guard first < end else { return nil }
        var last = end - 1
        while isSame(last) { last -= 1 }
        return (first / words, last / words)
      }
    }
  }
}
