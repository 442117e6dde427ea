import EventLog

/// Lengths of time from left to right by their orders of magnitude: a minute and a day both have room.
struct SpreadAxis {
  let least: Span
  let greatest: Span
  let left: Int
  let right: Int

  /// Lengths that a person has words for.
  private static let rounds: [Span] = [
    .seconds(1), .seconds(10), .minutes(1), .minutes(5), .minutes(15), .hours(1), .hours(4), .days(1), .days(3),
    .days(7),
    .days(30), .days(90), .days(365), .days(3_650),
  ]

  /// From the round length below the smallest value to the one above the greatest.
  init(_ values: [Span], left: Int, right: Int) {
    let low = values.min() ?? .minutes(1)
    let high = values.max() ?? .hours(1)
    let first = Self.rounds.last { $0 <= low } ?? Self.rounds[0]
    least = first
    greatest = Self.rounds.first { $0 > max(high, first) } ?? Self.rounds[Self.rounds.count - 1]
    self.left = left
    self.right = right
  }

  /// Where a length stands; what is outside stands at the border.
  func x(_ length: Span) -> Int {
    let inside = min(max(length, least), greatest)
    let whole = Self.doublings(greatest) - Self.doublings(least)
    guard whole > 0 else { return left }
    return left + Int(((Self.doublings(inside) - Self.doublings(least)) / whole * Double(right - left)).rounded())
  }

  var ticks: [(at: Span, label: String)] {
    Self.rounds.filter { $0 >= least && $0 <= greatest }.map { ($0, Self.words($0)) }
  }

  private static func words(_ span: Span) -> String {
    span.seconds >= 86_400
      ? "\(span.seconds / 86_400)d" : span.seconds >= 3_600 ? "\(span.seconds / 3_600)h" : span.measured
  }

  /// The logarithm to the base of two, between powers by straight lines: near enough for a drawing.
  private static func doublings(_ span: Span) -> Double {
    let value = Double(max(span.milliseconds, 1))
    return Double(value.exponent) + value.significand - 1
  }
}
