import EventLog
import Testing

@testable import OnCall

@Suite struct WallClockNoteTests {
  @Test(arguments: [
    ("Europe/Berlin", "2026-03-29 02:30", WallClockNote.skipped as WallClockNote?),
    ("Europe/Berlin", "2026-10-25 02:30", .repeated), ("Europe/Berlin", "2026-10-25 03:00", nil),
    ("Europe/Berlin", "2026-10-25 01:59", nil), ("Europe/Berlin", "2026-11-21 09:00", nil),
    ("Australia/Lord_Howe", "2020-10-04 02:15", .skipped), ("Australia/Lord_Howe", "2021-04-04 01:45", .repeated),
    ("America/Chicago", "2018-11-04 01:30", .repeated), ("Pacific/Apia", "2011-12-30 09:00", .skipped),
  ])
  func odd(_ name: String, _ text: String, _ note: WallClockNote?) throws {
    #expect(try zone(name).note(on: civil(text)) == note)
  }
}
