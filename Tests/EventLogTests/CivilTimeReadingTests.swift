import EventLog
import Testing

@Suite struct CivilTimeReadingTests {
  @Test(arguments: [
    ("Monday", 1), ("mon", 1), ("TUES", 2), ("wed", 3), ("Sunday", 7), ("mo", nil), ("monkey", nil), ("", nil),
  ])
  func weekdays(word: String, expected: Int?) {
    #expect(CivilTime.weekday(named: word) == expected)
  }

  @Test(arguments: [
    ("14:05", [14, 5]), ("9:05", [9, 5]), ("00:00", [0, 0]), ("23:59", [23, 59]), ("24:00", []), ("12:60", []),
    ("12:5", []), (":05", []), ("012:05", []), ("12:05:00", []), ("-1:05", []), ("+1:05", []), ("a:bc", []), ("", []),
    ("١٤:05", []),
  ])
  func timesOfDay(text: String, expected: [Int]) {
    #expect(CivilTime.timeOfDay(text).map { [$0.hour, $0.minute] } ?? [] == expected)
  }

  @Test(arguments: [
    ("2026-11-29", "2026-11-29 00:00", false), ("2026-11-29 01:30", "2026-11-29 01:30", true),
    ("2024-02-29T23:59", "2024-02-29 23:59", true), ("2026-02-29", nil, false), ("2026-13-01", nil, false),
    ("26-11-29", nil, false), ("2026-11-29 25:00", nil, false), ("2026-11-29 01:30 x", nil, false), ("", nil, false),
  ])
  func readings(text: String, expected: String?, hasTime: Bool) {
    let reading = CivilTime.reading(text)
    #expect(reading.map { "\($0.civil.dateWords) \($0.civil.timeWords)" } == expected)
    if let reading { #expect(reading.hasTime == hasTime) }
  }
}
