import EventLog
import TestSupport

/// The time of a simulated host: how it truly passes, what the wall clock shows, and when anything watches.
struct WatchedTime {
  /// From a moment of true time on the wall clock is off by this.
  private(set) var jumps: [(at: Instant, offset: Span)] = []
  /// Stretches of true time in which nothing watches: a restart, a suspended machine.
  private(set) var gaps: [(from: Instant, until: Instant)] = []

  /// A host with none to three of each within half a day.
  init(from start: Instant, _ numbers: inout SeededNumbers) {
    var at = start
    for _ in 0..<numbers.below(4) {
      at = at + .seconds(Int64(60 + numbers.below(7_200)))
      let longest = numbers.below(4) == 0 ? 5_400 : 120
      let until = at + .seconds(Int64(1 + numbers.below(longest)))
      gaps.append((at, until))
      at = until + .seconds(1)
    }
    at = start
    for _ in 0..<numbers.below(3) {
      at = at + .seconds(Int64(300 + numbers.below(10_800)))
      jumps.append((at, .seconds(Int64(numbers.below(7_200) - 3_600))))
    }
  }

  func wall(at instant: Instant) -> Instant { instant + (jumps.last { $0.at <= instant }?.offset ?? .zero) }

  func isWatched(at instant: Instant) -> Bool { !gaps.contains { $0.from <= instant && instant < $0.until } }

  /// Moments of true time at which something may become possible: the clock jumps, the watch comes back.
  var edges: [Instant] { jumps.map(\.at) + gaps.map(\.until) }

  /// The first moment of true time from an instant on at which the wall clock has come to `due` and something watches.
  func first(from start: Instant, wallAt due: Instant) -> Instant {
    var at = start
    let edges = edges.sorted()
    while true {
      let offset = wall(at: at) - at
      // Within a stretch the wall clock runs evenly.
      let end = edges.first { $0 > at }
      let next = max(at, due - offset)
      if end.map({ next < $0 }) ?? true, isWatched(at: next) { return next }
      let gap = gaps.first { $0.from <= next && next < $0.until }
      guard let following = [end, gap?.until].compactMap({ $0 }).filter({ $0 > at }).min() else { return next }
      at = following
    }
  }
}
