import EventLog
import OnCall
import Testing

@Suite struct ZoneTests {
  @Test(arguments: [
    // Summer time begins: a gap, and the handoffs around it.
    ("America/Chicago", "2018-03-11 02:30", "2018-03-11T08:00:00Z"),
    ("America/Chicago", "2018-03-11 02:00", "2018-03-11T08:00:00Z"),
    ("America/Chicago", "2018-03-11 03:00", "2018-03-11T08:00:00Z"),
    ("America/Chicago", "2018-03-11 01:59", "2018-03-11T07:59:00Z"),
    ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29T01:00:00Z"),
    ("Australia/Lord_Howe", "2020-10-04 02:15", "2020-10-03T15:30:00Z"),
    // A time that comes twice: the first.
    ("America/Chicago", "2018-11-04 01:30", "2018-11-04T06:30:00Z"),
    ("Australia/Lord_Howe", "2021-04-04 01:45", "2021-04-03T14:45:00Z"),
    ("Australia/Lord_Howe", "2021-04-04 02:30", "2021-04-03T16:00:00Z"),
    // A whole day that was skipped.
    ("Pacific/Apia", "2011-12-30 09:00", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-29 23:59", "2011-12-30T09:59:00Z"),
    ("Pacific/Apia", "2011-12-31 09:00", "2011-12-30T19:00:00Z"),
    // Mondays at nine.
    ("Europe/Berlin", "2026-03-23 09:00", "2026-03-23T08:00:00Z"),
    ("Europe/Berlin", "2026-03-30 09:00", "2026-03-30T07:00:00Z"),
    ("Europe/Berlin", "2026-04-06 09:00", "2026-04-06T07:00:00Z"),
    ("Europe/Berlin", "2026-10-19 09:00", "2026-10-19T07:00:00Z"),
    ("Europe/Berlin", "2026-10-26 09:00", "2026-10-26T08:00:00Z"),
    ("America/New_York", "2026-03-02 09:00", "2026-03-02T14:00:00Z"),
    ("America/New_York", "2026-03-09 09:00", "2026-03-09T13:00:00Z"),
    ("America/New_York", "2026-10-26 09:00", "2026-10-26T13:00:00Z"),
    ("America/New_York", "2026-11-02 09:00", "2026-11-02T14:00:00Z"),
    ("Australia/Lord_Howe", "2026-03-30 09:00", "2026-03-29T22:00:00Z"),
    ("Australia/Lord_Howe", "2026-04-06 09:00", "2026-04-05T22:30:00Z"),
    ("Australia/Lord_Howe", "2026-10-05 09:00", "2026-10-04T22:00:00Z"),
    // No summer time at all, half and quarter hours.
    ("Asia/Kolkata", "2026-07-01 00:00", "2026-06-30T18:30:00Z"),
    ("Asia/Kathmandu", "2026-07-01 09:00", "2026-07-01T03:15:00Z"),
    ("UTC", "2026-07-01 09:00", "2026-07-01T09:00:00Z"),
    ("Europe/Berlin", "1965-06-01 12:00", "1965-06-01T11:00:00Z"),
  ])
  func resolvesWallTime(name: String, wall: String, expected: String) throws {
    #expect(try zone(name).instant(of: civil(wall)) == instant(expected))
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-07-01T10:00:00Z", "2026-07-01 12:00", "UTC+2"),
    ("Europe/Berlin", "2026-01-01T10:00:00Z", "2026-01-01 11:00", "UTC+1"),
    ("Australia/Lord_Howe", "2026-07-01T10:00:00Z", "2026-07-01 20:30", "UTC+10:30"),
    ("America/St_Johns", "2026-01-01T02:00:00Z", "2025-12-31 22:30", "UTC-3:30"),
    ("UTC", "2026-01-01T02:00:00Z", "2026-01-01 02:00", "UTC"),
    ("Europe/London", "2026-01-01T02:00:00Z", "2026-01-01 02:00", "UTC"),
  ])
  func readsTheClock(name: String, at: String, wall: String, abbreviation: String) throws {
    let reading = try zone(name).reading(at: instant(at))
    #expect(reading.civil == (try civil(wall)))
    #expect(reading.abbreviation == abbreviation)
  }

  /// Where a clock shows a time, asking for that time gives this instant, or an earlier one that shows the same.
  @Test(arguments: [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/St_Johns", "Asia/Tehran", "Africa/Casablanca",
    "Pacific/Apia", "Pacific/Chatham", "America/Sao_Paulo", "UTC",
  ])
  func readingAndResolvingAgree(name: String) throws {
    let zone = try zone(name)
    var numbers = Sequence64(seed: 7)
    for _ in 0..<4_000 {
      let moment = Instant(milliseconds: 1_400_000_000_000 + Int64(numbers.next(below: 600_000_000)) * 1_000 + 250)
      let reading = zone.reading(at: moment)
      let resolved = zone.instant(of: reading.civil)
      #expect(resolved <= moment)
      #expect(zone.reading(at: resolved).civil == reading.civil)
      #expect(moment - resolved <= .hours(1))
    }
  }

  @Test(arguments: ["", "CET", "EST", "GMT+3", "Europe/Berlim", "europe/berlin", "+02:00", "Mars/Olympus"])
  func refusesWhatIsNoZone(name: String) {
    #expect(Zone(name) == nil)
  }

  @Test func knowsItsNames() throws {
    #expect(Zone.identifiers.contains("Europe/Berlin"))
    #expect(Zone.identifiers.contains("UTC"))
    #expect(try zone("US/Central").identifier == "US/Central")
    #expect(Zone("UTC") == .utc)
    #expect(try zone("Europe/Berlin").description == "Europe/Berlin")
  }
}
