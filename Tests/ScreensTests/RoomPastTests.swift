import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// The room as it was known at an earlier moment.
@Suite struct RoomPastTests {
  private func script() throws -> ScreenScript {
    var script = ScreenScript(try TestWorld.warRoom(), columns: 160, rows: 60)
    script.press("j j Enter")
    return script
  }

  @Test func aKeyLeadsBackEntryByEntry() throws {
    var script = try script()
    script.press("[")
    #expect(script.text.contains("AS OF 14:31, NOT NOW"))
    script.press("[")
    #expect(script.text.contains("AS OF 14:30, NOT NOW"))
    #expect(!script.text.contains("read-only"), "the poll of 14:31 was not known")
    script.press("]")
    #expect(script.text.contains("AS OF 14:31, NOT NOW") && script.text.contains("read-only"))
    script.press("]")
    #expect(script.text.contains("Nothing was recorded after that"))
  }

  /// The entry of 14:25 says what was so at 13:53: nobody knew it at 14:20.
  @Test func whatWasWrittenLaterWasNotKnown() throws {
    var script = try script()
    let entry = try #require(script.state.entries.first { $0.recordedAt == IncidentStory.at("14:20") })
    while script.state.selectedEntry?.id != entry.id { script.press("k") }
    script.press("t")
    #expect(script.text.contains("AS OF 14:20, NOT NOW"))
    #expect(!script.text.contains("upstreams looked healthy"))
    script.press("t")
    #expect(!script.text.contains("NOT NOW") && script.text.contains("upstreams looked healthy"))
  }

  @Test func minutesAreSteppedToo() throws {
    var script = try script()
    script.press("t { {")
    #expect(script.text.contains("AS OF 14:29, NOT NOW"))
    script.press("}")
    #expect(script.text.contains("AS OF 14:30, NOT NOW"))
    script.press("} }")
    #expect(!script.text.contains("NOT NOW") && script.text.contains("This is now."))
  }

  @Test func nothingCanBeChangedThere() throws {
    var script = try script()
    script.press("[")
    for command in Registry.commands(at: .room) where command.effect != .read {
      let keys = try #require(command.keys.first)
      script.press(keys)
      #expect(script.text.contains("NOT NOW"), "\(command.id) left the past")
      let said = script.state.notice?.text ?? ""
      #expect(said.contains("this is what was known at 14:31, not now; t comes back"), "\(command.id): \(said)")
    }
    #expect(script.sent.isEmpty)
  }

  @Test func beforeItWasOpenedNothingWasKnown() throws {
    var script = try script()
    for _ in 0..<60 { script.press("{") }
    #expect(script.text.contains("Nothing was known of it then"))
    #expect(script.text.contains("AS OF 13:52, NOT NOW"))
  }

  @Test func qComesBackToNowAndThenToTheList() throws {
    var script = try script()
    script.press("[ q")
    #expect(script.state.place == .room(StreamID("incident", "n42")) && !script.text.contains("NOT NOW"))
    script.press("q")
    #expect(script.state.place == .list)
  }

  /// Its clocks stand at that moment: they neither tick nor call what was open then overdue.
  @Test func clocksStandStill() throws {
    var script = try script()
    script.press("[ [")
    #expect(script.text.contains("update  6m"))
    let next = try #require(script.state.nextTick)
    #expect(next == script.state.now + .minutes(1))
  }
}
