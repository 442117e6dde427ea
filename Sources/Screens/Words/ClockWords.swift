package import EventLog

/// Times of day and dates as the screens say them, in the zone that is shown.
package enum ClockWords {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// "14:32".
  package static func time(_ instant: Instant, offset: Span = .zero) -> String {
    let civil = CivilTime(instant, offset: offset)
    return padded(civil.hour, 2) + ":" + padded(civil.minute, 2)
  }

  /// "14:32Z": always UTC.
  package static func utc(_ instant: Instant) -> String { time(instant) + "Z" }

  /// "Sat 21 Nov".
  package static func day(_ instant: Instant, offset: Span = .zero) -> String {
    let civil = CivilTime(instant, offset: offset)
    return "\(days[civil.weekday - 1]) \(civil.day) \(months[civil.month - 1])"
  }

  /// "Sat 21 Nov 14:32".
  package static func full(_ instant: Instant, offset: Span = .zero) -> String {
    day(instant, offset: offset) + " " + time(instant, offset: offset)
  }

  /// The time, with its day where that is not today.
  package static func near(_ instant: Instant, now: Instant, offset: Span) -> String {
    isSameDay(instant, now, offset: offset) ? time(instant, offset: offset) : full(instant, offset: offset)
  }

  static func isSameDay(_ left: Instant, _ right: Instant, offset: Span) -> Bool {
    CivilTime(left, offset: offset).daysSince1970 == CivilTime(right, offset: offset).daysSince1970
  }
}
