import EventLog

/// A stretch of time laid out from left to right, in units of the drawing; its clock is UTC.
struct TimeAxis {
  let from: Instant
  let to: Instant
  let left: Int
  let right: Int

  /// A line of the axis and what stands beneath it.
  struct Tick: Hashable {
    var at: Instant
    var label: String
  }

  /// A label needs so many units.
  private static let room = 108
  /// Steps that a person can count in, in seconds; beyond the last its multiples.
  private static let steps: [Int64] = [
    1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
    1_209_600, 2_592_000,
  ]

  /// A stretch of no length becomes one of a minute.
  init(from: Instant, to: Instant, left: Int, right: Int) {
    self.from = from
    self.to = max(to, from + .minutes(1))
    self.left = left
    self.right = right
  }

  func holds(_ time: Instant) -> Bool { from <= time && time <= to }

  /// Where a time stands; one outside stands at the border.
  func x(_ time: Instant) -> Int {
    let share = Double((min(max(time, from), to) - from).milliseconds) / Double((to - from).milliseconds)
    return left + Int((share * Double(right - left)).rounded())
  }

  /// At round times, as many as there is room for. The first one and every new day name the day.
  var ticks: [Tick] {
    let step = step
    let past = from.milliseconds % step
    var at = past == 0 ? from : from + .milliseconds(past < 0 ? -past : step - past)
    var ticks: [Tick] = []
    var day = ""
    while at <= to {
      let text = at.dateAndClock
      let isNewDay = !text.hasPrefix(day) || day.isEmpty
      day = String(text.prefix(10))
      let clock = text.dropFirst(11).prefix(step < 60_000 ? 8 : 5)
      ticks.append(
        Tick(at: at, label: step >= 86_400_000 ? day : isNewDay ? "\(day.dropFirst(5)) \(clock)" : "\(clock)"))
      at = at + .milliseconds(step)
    }
    return ticks
  }

  /// In milliseconds.
  private var step: Int64 {
    let least = (to - from).milliseconds / Int64(max((right - left) / Self.room, 1))
    let known = Self.steps.map { $0 * 1_000 }
    let last = known[known.count - 1]
    return known.first { $0 >= least } ?? (least / last + 1) * last
  }
}
