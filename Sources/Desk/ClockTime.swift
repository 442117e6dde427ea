import EventLog

/// A time of day in UTC, as sentences and runbooks say it.
enum ClockTime {
  /// "14:32".
  static func bare(_ instant: Instant) -> String {
    let civil = CivilTime(instant)
    return "\(padded(civil.hour, 2)):\(padded(civil.minute, 2))"
  }

  /// "14:32Z".
  static func utc(_ instant: Instant) -> String { bare(instant) + "Z" }
}
