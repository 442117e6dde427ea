import EventLog
import Incidents

/// One of the five times of an incident on the drawing.
struct TimelineTime {
  var name: String
  /// "~14:00" where it is known roughly.
  var clock: String
  var x: Int
  /// Which row of labels has room for it, from the top.
  var row: Int
  /// Whether the label stands left of the line.
  var isLeft: Bool

  /// The label.
  var text: String { "\(name) \(clock)" }

  /// Those that are known, in their order; labels on the same row do not touch.
  static func all(of post: PostMortem, on axis: TimeAxis) -> [TimelineTime] {
    let times = post.times
    let named: [(String, TimePoint?)] = [
      ("impact start", times.impactStarted), ("detected", times.detected), ("declared", times.declared),
      ("mitigated", times.mitigated), ("resolved", times.resolved),
    ]
    var ends: [Int] = []
    var result: [TimelineTime] = []
    for (name, point) in named {
      guard let point, point.precision != .unknown else { continue }
      let clock = (point.precision == .approximate ? "~" : "") + point.at.clock.prefix(5)
      var time = TimelineTime(name: name, clock: clock, x: axis.x(point.at), row: 0, isLeft: false)
      let width = time.text.count * 8 + 10
      time.isLeft = time.x + width > axis.right
      let start = time.isLeft ? time.x - width : time.x
      // Times may cross where they are wrong; then a label may need a row of its own.
      if let free = ends.firstIndex(where: { $0 <= start }) {
        time.row = free
        ends[free] = start + width
      } else {
        time.row = ends.count
        ends.append(start + width)
      }
      result.append(time)
    }
    return result
  }
}
