/// A wall-clock reading in the proleptic Gregorian calendar, without a zone.
package struct CivilTime: Hashable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int
  package var millisecond: Int

  package init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// The reading of a UTC clock, or of a clock that is `offset` ahead of UTC.
  package init(_ instant: Instant, offset: Span = .zero) {
    let local = instant.milliseconds + offset.milliseconds
    let days = local.flooredQuotient(86_400_000)
    let inDay = Int(local - days * 86_400_000)
    let date = CivilTime.date(daysSince1970: Int(days))
    self.init(
      year: date.year, month: date.month, day: date.day, hour: inDay / 3_600_000, minute: inDay / 60_000 % 60,
      second: inDay / 1_000 % 60, millisecond: inDay % 1_000)
  }

  /// The instant at which a UTC clock shows this reading.
  package var instantAsUTC: Instant {
    let seconds = Int64(daysSince1970) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    return Instant(milliseconds: seconds * 1_000 + Int64(millisecond))
  }

  /// Days from 1970-01-01; the Euclidean-affine form of Howard Hinnant's "days from civil".
  package var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = Int(Int64(shifted).flooredQuotient(400))
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Monday is 1 and Sunday is 7 (ISO 8601).
  package var weekday: Int { Int((Int64(daysSince1970) + 3).flooredRemainder(7)) + 1 }

  /// The same time of day, a number of calendar days later.
  package func adding(days: Int) -> CivilTime {
    let date = CivilTime.date(daysSince1970: daysSince1970 + days)
    var copy = self
    copy.year = date.year
    copy.month = date.month
    copy.day = date.day
    return copy
  }

  /// How many days a month has.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = Int(Int64(shifted).flooredQuotient(146_097))
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Int64 {
  /// Division that rounds towards negative infinity, as calendars need before 1970.
  func flooredQuotient(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  func flooredRemainder(_ divisor: Int64) -> Int64 { self - flooredQuotient(divisor) * divisor }
}
