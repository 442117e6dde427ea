import Commands
import EventLog
import Incidents
import OnCall
import Testing

@Suite struct TimeTextTests {
  /// Sat 2026-11-21 14:30 UTC.
  private let now = Instant(milliseconds: 1_795_271_400_000)

  @Test(
    arguments: [
      ("2026-11-21T12:00:00Z", "2026-11-21T12:00:00.000Z", Precision.exact),
      ("14:05", "2026-11-21T14:05:00.000Z", .minute), ("14:45", "2026-11-20T14:45:00.000Z", .minute),
      ("now", "2026-11-21T14:30:00.000Z", .exact), ("10m ago", "2026-11-21T14:20:00.000Z", .minute),
      ("-90s", "2026-11-21T14:28:30.000Z", .exact), (" -1h30m ", "2026-11-21T13:00:00.000Z", .minute),
      ("3d ago", "2026-11-18T14:30:00.000Z", .minute),
    ])
  func aTimeIsRead(text: String, at: String, precision: Precision) throws {
    let given = try #require(TimeText.parse(text, now: now))
    #expect(given.at.rfc3339 == at && given.precision == precision)
  }

  @Test(arguments: ["", "25:99", "14:5", "later", "10m", "-", "-10x", "- ago", "-m", "-0m", "1:2:3", "٣:٠٠"])
  func whatIsNoTimeIsNone(text: String) { #expect(TimeText.parse(text, now: now) == nil) }

  @Test func aTimeOfDayIsThatOfTheWallClock() throws {
    let given = try #require(TimeText.parse("15:05", now: now, offset: .hours(1)))
    #expect(given.at.rfc3339 == "2026-11-21T14:05:00.000Z")
  }

  @Test(
    arguments: [
      ("90s", 90), ("12m", 720), ("2h", 7_200), ("1h30m", 5_400), ("3d", 259_200), ("0s", nil), ("m", nil), ("5", nil),
      ("", nil), ("100000000s", nil),
    ] as [(String, Int64?)])
  func aLengthIsRead(text: String, seconds: Int64?) { #expect(TimeText.span(text)?.seconds == seconds) }
}
