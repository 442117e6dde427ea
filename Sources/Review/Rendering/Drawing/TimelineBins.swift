/// What falls onto the same place of a drawing, drawn as one: however much happened, so many marks and no more.
struct TimelineBins<Content> {
  /// In units of the drawing.
  let width: Int
  private var bins: [Int: Content] = [:]

  init(width: Int) { self.width = width }

  mutating func change(at x: Int, from empty: Content, _ change: (inout Content) -> Void) {
    change(&bins[x / width, default: empty])
  }

  /// From left to right, with the middle of each.
  var places: [(x: Int, content: Content)] {
    bins.sorted { $0.key < $1.key }.map { ($0.key * width + width / 2, $0.value) }
  }
}
