extension CellGrid {
  /// The columns of a row from the first to the last cell that differs from another grid; nil when none does. All of
  /// the row when there is no other grid or it has another size. A wide character is never cut by the range's ends.
  package func changedColumns(row: Int, since other: CellGrid?) -> Range<Int>? {
    guard let other, other.size == size else { return size.columns > 0 ? 0..<size.columns : nil }
    let start = row * size.columns
    let end = start + size.columns
    return cells.withUnsafeBufferPointer { new in
      other.cells.withUnsafeBufferPointer { old in
        var first = start
        while first < end && new[first] == old[first] { first += 1 }
        guard first < end else { return nil }
        var last = end - 1
        while new[last] == old[last] { last -= 1 }
        if new[first].width == 0 && first > start { first -= 1 }
        if new[last].width == 2 && last < end - 1 { last += 1 }
        return first - start..<last + 1 - start
      }
    }
  }
}
