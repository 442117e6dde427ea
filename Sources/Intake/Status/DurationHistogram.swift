/// How long something took, counted in classes, as Prometheus reads them.
package struct DurationHistogram: Sendable {
  /// The upper bounds of the classes in seconds, around what people feel: a console shows an alert within 25 ms.
  package static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

  /// How many fell into each class; the last has no upper bound.
  package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// In seconds.
  package private(set) var sum = 0.0

  package init() {}

  package var count: Int { counts.reduce(0, +) }

  package mutating func record(seconds: Double) {
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += seconds
  }
}
