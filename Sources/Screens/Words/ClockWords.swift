package import EventLog

/// Times of day and dates as the screens say them, in the zone that is shown.
package enum ClockWords {
  /// "14:32".
  package static func time(_ instant: Instant, offset: Span = .zero) -> String {
    CivilTime(instant, offset: offset).timeWords
  }

  /// "14:32Z": always UTC.
  package static func utc(_ instant: Instant) -> String { time(instant) + "Z" }

  /// "Sat 21 Nov".
  package static func day(_ instant: Instant, offset: Span = .zero) -> String {
    CivilTime(instant, offset: offset).dayWords
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
