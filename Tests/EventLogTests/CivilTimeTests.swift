import EventLog
import TestSupport
import Testing

@Suite("Civil time")
struct CivilTimeTests {
  @Test(
    "knows the days that everybody knows",
    arguments: [
      (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2), (2000, 3, 1, 11_017, 3),
      (2026, 11, 21, 20_778, 6), (1, 1, 1, -719_162, 1), (9_999, 12, 31, 2_932_896, 5), (1582, 10, 15, -141_427, 5),
    ])
  func knownDays(year: Int, month: Int, day: Int, days: Int, weekday: Int) {
    let civil = CivilTime(year: year, month: month, day: day)
    #expect(civil.daysSince1970 == days)
    #expect(civil.weekday == weekday)
    #expect(CivilTime(civil.instantAsUTC) == civil)
  }

  @Test("walks every day of four centuries in order")
  func everyDay() {
    var date = CivilTime(year: 1900, month: 1, day: 1)
    var weekday = date.weekday
    for days in date.daysSince1970..<(date.daysSince1970 + 146_097) {
      #expect(date.daysSince1970 == days)
      #expect(date.weekday == weekday)
      #expect((1...CivilTime.days(in: date.month, of: date.year)).contains(date.day))
      let next = date.adding(days: 1)
      let isNextInMonth = next.day == date.day + 1 && next.month == date.month && next.year == date.year
      let isNextMonth = next.day == 1 && date.day == CivilTime.days(in: date.month, of: date.year)
      #expect(isNextInMonth || isNextMonth)
      date = next
      weekday = weekday % 7 + 1
    }
    #expect(date == CivilTime(year: 2300, month: 1, day: 1))
  }

  @Test("reads a clock ahead of or behind UTC")
  func offsets() {
    let instant = Instant.at("23:30")
    #expect(CivilTime(instant, offset: .hours(1)) == CivilTime(year: 2026, month: 11, day: 22, hour: 0, minute: 30))
    #expect(CivilTime(instant, offset: -.hours(24)).day == 20)
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<2_000 {
      let instant = Instant(milliseconds: .random(in: -4_000_000_000_000...4_000_000_000_000, using: &numbers))
      let offset = Span.minutes(.random(in: -840...840, using: &numbers))
      #expect(CivilTime(instant, offset: offset).instantAsUTC == instant + offset)
    }
  }

  @Test("adds days over months and years", arguments: [(31, 12, 22), (365, 11, 21), (-325, 12, 31), (0, 11, 21)])
  func adding(days: Int, month: Int, day: Int) {
    let moved = CivilTime(year: 2026, month: 11, day: 21, hour: 7).adding(days: days)
    #expect(moved.month == month && moved.day == day && moved.hour == 7)
  }
}
