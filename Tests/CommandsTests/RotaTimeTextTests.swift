import Commands
import EventLog
import OnCall
import Testing

@Suite struct RotaTimeTextTests {
  /// Sat 2026-11-21 14:30 UTC, 15:30 in Berlin.
  private let now = Instant(milliseconds: 1_795_271_400_000)

  @Test(
    arguments: [
      ("2026-11-29 01:30", "2026-11-29T00:30:00.000Z"), ("2026-11-29T01:30", "2026-11-29T00:30:00.000Z"),
      ("2026-11-29", "2026-11-28T23:00:00.000Z"), ("2026-11-29T01:30:00Z", "2026-11-29T01:30:00.000Z"),
      ("+2h", "2026-11-21T16:30:00.000Z"), ("Mon 09:00", "2026-11-23T08:00:00.000Z"),
      ("sat 15:30", "2026-11-28T14:30:00.000Z"), ("Saturday 15:31", "2026-11-21T14:31:00.000Z"),
      ("14:05", "2026-11-21T13:05:00.000Z"), ("10m ago", "2026-11-21T14:20:00.000Z"),
      ("2026-07-01 09:00", "2026-07-01T07:00:00.000Z"),
    ])
  func aMomentIsRead(text: String, at: String) throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    #expect(RotaTimeText.parse(text, now: now, zone: berlin)?.at.rfc3339 == at)
  }

  @Test(
    arguments: [
      "", "soon", "2026-13-01", "2026-02-30", "2026-11-29 25:00", "26-11-29", "Mon", "Mon 9", "Mon 24:00", "+", "+m",
      "2026-11-29 01:30 x",
    ])
  func whatIsNoMomentIsNone(text: String) throws {
    #expect(RotaTimeText.parse(text, now: now, zone: try #require(Zone("Europe/Berlin"))) == nil)
  }

  @Test func theNightTheClocksChangeIsNoted() throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    #expect(RotaTimeText.parse("2026-10-25 02:30", now: now, zone: berlin)?.note != nil)
    #expect(RotaTimeText.parse("2026-10-26 02:30", now: now, zone: berlin)?.note == nil)
  }
}
