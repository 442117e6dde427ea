import EventLog
import Testing

@testable import Delivery

@Suite struct RetryAfterTests {
  private let now = CivilTime(year: 2026, month: 11, day: 21, hour: 3, minute: 31).instantAsUTC

  @Test(arguments: [
    ("0", 0), ("30", 30), (" 30 ", 30), ("99999999999999999999", 86_400), ("90000", 86_400),
    ("Sat, 21 Nov 2026 03:31:30 GMT", 30), ("Saturday, 21-Nov-26 03:32:00 GMT", 60), ("Sat Nov 21 03:33:00 2026", 120),
    ("Sat Nov  1 03:33:00 2026", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Fri, 21 Nov 2036 03:31:30 GMT", 86_400),
    ("Sunday, 06-Nov-94 08:49:37 GMT", 0),
  ])
  func itIsSecondsOrOneOfThreeDates(text: String, seconds: Int64) {
    #expect(RetryAfter.span(text, now: now) == .seconds(seconds))
  }

  @Test(arguments: [
    "", "soon", "-5", "1.5", "Sat, 32 Nov 2026 03:31:30 GMT", "Sat, 21 Nix 2026 03:31:30 GMT",
    "Sat, 21 Nov 2026 25:31:30 GMT", "Sat, 21 Nov 2026 03:31 GMT", "Sat, 21 Nov 2026 03:31:30 CET", "1 2",
  ])
  func anythingElseIsNothing(text: String) {
    #expect(RetryAfter.span(text, now: now) == nil)
  }
}
