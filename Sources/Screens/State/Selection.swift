/// The selected row of a list: it follows what it stands for, never a place on the screen.
struct Selection<ID: Hashable & Sendable>: Hashable, Sendable {
  /// Nil where there is nothing, or where what was selected has gone.
  var id: ID?
  /// Where it was seen last; where it has gone, where it stood.
  var index = 0
  /// The first row on the screen.
  var top = 0

  /// Finds the selected one again in new rows; the first is selected where nothing was yet.
  /// - Returns: false where it has gone.
  mutating func reconcile(count: Int, id idAt: (Int) -> ID) -> Bool {
    top = min(top, max(0, count - 1))
    guard let id else {
      index = min(index, max(0, count - 1))
      self.id = count > 0 ? idAt(index) : nil
      return true
    }
    if index < count, idAt(index) == id { return true }
    if let found = (0..<count).first(where: { idAt($0) == id }) {
      index = found
      return true
    }
    index = min(index, count)
    self.id = nil
    return false
  }

  mutating func select(_ place: Int, count: Int, id idAt: (Int) -> ID) {
    guard count > 0 else { return }
    index = min(max(0, place), count - 1)
    id = idAt(index)
  }
}
