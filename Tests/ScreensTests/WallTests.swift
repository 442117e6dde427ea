import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// The board for the wall.
@Suite struct WallTests {
  private func wall(_ world: TestWorld) -> ScreenScript {
    ScreenScript(world, size: Size(columns: 120, rows: 40), opensBoard: true)
  }

  @Test func itSaysWhatHurtsWhoHasItAndWhatComesNext() throws {
    let text = wall(try TestWorld.warRoom()).text
    for part in [
      "#41 SEV2", "#42 SEV1", "1 in 8 checkouts fails since 13:50", "commander lea",
      "jon: check replica lag, overdue +3m !",
      "https://meet.example/42  #inc-42", "update 4m",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func keysDoNothingButLeave() throws {
    var script = wall(try TestWorld.warRoom())
    let before = script.text
    script.press("a s n : ? 1 4 j Enter B Space Esc ←")
    script.send(.key(.paste("q")))
    #expect(script.text == before && script.sent.isEmpty && script.effects.isEmpty)
    script.press("q")
    guard case .quit? = script.effects.last else {
      Issue.record("q stays")
      return
    }
  }

  @Test func itIsPaintedOnceAMinuteUnlessSomethingIsBelowOne() throws {
    var world = try TestWorld.afternoon()
    world.header.overdue = nil
    world.rows = world.rows.filter { $0.label == "42" }
    var script = wall(world)
    #expect(script.state.nextTick == world.now + .minutes(1))
    script.send(.tick(world.now + .minutes(3) + .seconds(30)))
    #expect(script.state.nextTick == script.state.now + .seconds(1))
  }

  @Test func aKeyOfTheConsoleLeadsThereAndBack() throws {
    var script = ScreenScript(try TestWorld.warRoom(), columns: 100, rows: 30)
    script.press("B")
    #expect(script.text.contains("nobody has command") && script.state.place == .board)
    script.press("q")
    #expect(script.state.place == .list)
  }

  @Test func withoutIncidentsItSaysSoAndNeverOfANewStore() {
    #expect(wall(TestWorld.empty()).text.contains("No incident is open."))
    #expect(wall(TestWorld.empty(isNew: true)).text.contains("This store is new"))
  }

  @Test func exercisesAreNotOnIt() throws {
    var world = try TestWorld.afternoon()
    for place in world.rows.indices { world.rows[place].isDrill = true }
    #expect(wall(world).text.contains("No incident is open."))
    world.header.isDrill = true
    #expect(wall(world).text.contains("DRILL"))
  }

  @Test func largeSignsAreKnownForEveryLengthOfTime() {
    for text in ["0", "59s", "4m", "17m", "2h", "+1h30m", "12d", "-"] {
      for glyphs in Glyphs.allCases {
        #expect(LargeText.rows(text, glyphs: glyphs)?.count == LargeText.height)
        #expect(Set(LargeText.rows(text, glyphs: glyphs)?.map(\.count) ?? []).count == 1)
      }
    }
    #expect(LargeText.rows("x", glyphs: .ascii) == nil)
  }
}
