/// A hybrid logical clock reading: what orders events across files, whatever their wall clocks say.
///
/// Ordered by milliseconds, then counter, then node. Durations and verdicts never use it.
package struct Stamp: Hashable, Sendable, Codable {
  package var milliseconds: Int64
  package var counter: Int64
  package var node: String

  package init(milliseconds: Int64, counter: Int64, node: String) {
    self.milliseconds = milliseconds
    self.counter = counter
    self.node = node
  }

  /// The next stamp of `node`: later than every stamp in the file, and at the wall clock where that runs ahead.
  package static func next(after last: Stamp?, now: Instant, node: String) -> Stamp {
    guard let last, last.milliseconds >= now.milliseconds else {
      return Stamp(milliseconds: now.milliseconds, counter: 0, node: node)
    }
    return Stamp(milliseconds: last.milliseconds, counter: last.counter + 1, node: node)
  }
}

extension Stamp: Comparable {
  package static func < (left: Stamp, right: Stamp) -> Bool {
    (left.milliseconds, left.counter, left.node) < (right.milliseconds, right.counter, right.node)
  }
}
