import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// What others are told of where somebody is, and what is shown of them.
@Suite struct PresenceTests {
  @Test func aRoomAndADraftAreToldOnceAndThenEachMinute() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    #expect(script.presence.isEmpty)
    script.press("j j Enter")
    #expect(script.presence == ["n42"])
    script.press("l")
    script.type("we")
    #expect(script.presence == ["n42", "n42 drafting"])
    script.send(.tick(script.world.now + .seconds(30)))
    #expect(script.presence.count == 2)
    script.send(.tick(script.world.now + .seconds(61)))
    #expect(script.presence == ["n42", "n42 drafting", "n42 drafting"])
    script.press("^G q")
    #expect(script.presence.suffix(2) == ["n42", "-"])
  }

  @Test func whoOnlyLooksIsNotThere() throws {
    var script = ScreenScript(try TestWorld.afternoon(), isReadOnly: true)
    script.press("j j Enter")
    #expect(script.presence.isEmpty)
  }

  @Test func whoWritesAtTheSameTimeIsNamed() throws {
    var world = try TestWorld.afternoon()
    let id = StreamID("incident", "n42")
    world.details[id]?.present = [
      Presence(person: "lea", seenAt: world.now, draftingSince: IncidentStory.at("14:29")),
      Presence(person: "jon", seenAt: world.now),
    ]
    var script = ScreenScript(world, columns: 120, rows: 40)
    script.press("j j Enter")
    #expect(script.text.contains("Also here"))
    script.press("l")
    #expect(script.text.contains("lea drafting since 14:29, jon"))
  }
}
