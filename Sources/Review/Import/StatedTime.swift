package import EventLog

/// A time as somebody wrote it, as far as it can be read: "~2025-03-03 19:30", "17:30-18:??", "9:10 PM PST".
package struct StatedTime: Hashable, Sendable {
  /// A day of the calendar; the day of the month is nil where only the month is known.
  package struct Day: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int?

    package init(year: Int, month: Int, day: Int?) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  package var day: Day?
  package var hour: Int?
  package var minute: Int?
  package var second: Int?
  package var isApproximate = false
  /// Where it is a stretch of time: the minute of the day that it ends in, as far as that is known.
  package var endHour: Int?
  package var endMinute: Int?
  /// As given: "CET", "+02:00"; nil where nothing is said.
  package var zone: String?
  /// The characters that it took up at the beginning of the text.
  package var length = 0

  package init() {}

  /// How well it is known. A month without its day, or an hour without its minutes, is approximate; no time of day at
  /// all is unknown.
  package var precision: Precision {
    guard hour != nil else { return .unknown }
    if isApproximate || minute == nil || day.map({ $0.day == nil }) ?? false { return .approximate }
    return second == nil ? .minute : .exact
  }

  /// The reading of the wall clock, where a day is given here or known from elsewhere.
  package func civil(on other: Day?) -> CivilTime? {
    guard let day = day ?? other, let hour else { return nil }
    return CivilTime(
      year: day.year, month: day.month, day: day.day ?? 1, hour: hour, minute: minute ?? 0, second: second ?? 0)
  }

  /// The end of the stretch, on the day that it began or the one after.
  package func civilEnd(on other: Day?) -> CivilTime? {
    guard let start = civil(on: other), let endHour else { return nil }
    var end = start
    end.hour = endHour
    end.minute = endMinute ?? 0
    end.second = 0
    return (end.hour, end.minute) < (start.hour, start.minute) ? end.adding(days: 1) : end
  }
}
