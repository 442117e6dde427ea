import EventLog
import Incidents

/// One of the five times of an incident on the drawing.
struct TimelineTime {
  var name: String
  /// "~14:00" where it is known roughly; with the day before it where the drawing holds more than one.
  var clock: String
  var x: Int
  /// Which row of labels has room for it, from the top.
  var row: Int
  /// Whether the label stands left of the line.
  var isLeft: Bool

  /// The label.
  var text: String { "\(name) \(clock)" }

  /// From where to where the label goes, in units of the drawing.
  var span: Range<Int> {
    let width = text.count * 8 + 10
    return isLeft ? x - width..<x : x..<x + width
  }

  /// Those that are known, in their order; no label touches another or the line of another.
  static func all(of post: PostMortem, on axis: TimeAxis) -> [TimelineTime] {
    let times = post.times
    let named: [(String, TimePoint?)] = [
      ("impact start", times.impactStarted), ("detected", times.detected), ("declared", times.declared),
      ("mitigated", times.mitigated), ("resolved", times.resolved),
    ]
    // Where the drawing shows more than a day, a clock alone could be any of them.
    let isOneDay = axis.from.dateAndClock.prefix(10) == axis.to.dateAndClock.prefix(10)
    var result = named.compactMap { name, point -> TimelineTime? in
      guard let point, point.precision != .unknown else { return nil }
      let day = isOneDay ? "" : "\(point.at.dateAndClock.dropFirst(5).prefix(5)) "
      let clock = day + (point.precision == .approximate ? "~" : "") + point.at.clock.prefix(5)
      var time = TimelineTime(name: name, clock: clock, x: axis.x(point.at), row: 0, isLeft: false)
      time.isLeft = time.span.upperBound > axis.right
      return time
    }
    // A label goes away from its line, so its neighbour on that side comes first: left to right, then back.
    let order = result.indices.sorted { (result[$0].x, $0) < (result[$1].x, $1) }
    var placed: [TimelineTime] = []
    for index in order.filter({ !result[$0].isLeft }) + order.filter({ result[$0].isLeft }).reversed() {
      result[index].row =
        (0..<named.count).first { row in placed.allSatisfy { result[index].isClear(of: $0, in: row) } }
        ?? placed.count
      placed.append(result[index])
    }
    return result
  }

  /// Whether in a row it neither covers another nor stands on the line of the other, nor the other on its line.
  private func isClear(of other: TimelineTime, in row: Int) -> Bool {
    if row == other.row { return !span.overlaps(other.span) }
    let (upper, lower) = row < other.row ? (self, other) : (other, self)
    return upper.x <= lower.span.lowerBound || upper.x >= lower.span.upperBound
  }
}
