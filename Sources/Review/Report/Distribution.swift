package import EventLog

/// How lengths of time are spread. A mean alone is one long incident's: median, 90th percentile and greatest go with
/// it.
package struct Distribution: Hashable, Sendable {
  package var count: Int
  package var mean: Span
  /// Of an even count the mean of the two in the middle.
  package var median: Span
  /// By nearest rank: the smallest value that nine tenths of all do not exceed.
  package var p90: Span
  package var greatest: Span
  /// All of them, the smallest first.
  package var values: [Span]

  /// Nil where there is nothing to spread.
  package init?(_ values: [Span]) {
    guard let last = values.max() else { return nil }
    let sorted = values.sorted()
    self.values = sorted
    count = sorted.count
    mean = Span(milliseconds: sorted.map(\.milliseconds).reduce(0, +) / Int64(sorted.count))
    let middle = sorted.count / 2
    median =
      sorted.count % 2 == 1
      ? sorted[middle]
      : Span(milliseconds: (sorted[middle - 1].milliseconds + sorted[middle].milliseconds) / 2)
    p90 = sorted[(sorted.count * 9 + 9) / 10 - 1]
    greatest = last
  }
}
