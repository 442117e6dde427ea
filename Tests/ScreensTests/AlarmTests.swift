import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// What calls a person who looks elsewhere, and what only says so calmly.
@Suite struct AlarmTests {
  private func alarms(_ script: ScreenScript) -> [String] {
    script.effects.compactMap { effect in
      if case .alarm(let words) = effect { words } else { nil }
    }
  }

  @Test func aPromiseThatBreaksCallsOnceAtItsSecond() throws {
    var script = ScreenScript(try TestWorld.afternoon())
    script.send(.tick(IncidentStory.at("14:36")))
    #expect(alarms(script).isEmpty)
    script.send(.tick(IncidentStory.at("14:36") + .seconds(1)))
    script.send(.tick(IncidentStory.at("14:36") + .seconds(2)))
    script.send(.tick(IncidentStory.at("14:38")))
    #expect(alarms(script) == ["Sitrep: OVERDUE #42 SEV1 update: 5xx ratio 12.4 % on checkout"])
  }

  @Test func aStormRingsOnceAndNamesTheWorst() throws {
    var world = try TestWorld.afternoon()
    let rows = world.rows
    world.rows = []
    var script = ScreenScript(world)
    script.world.rows = rows
    script.send(.changed)
    #expect(alarms(script) == ["Sitrep: #41 SEV2 redis_up 0 on cache-2 and 1 more"])
    script.world.rows[2].status = .triggered
    script.send(.tick(world.now + .seconds(19)))
    script.send(.changed)
    #expect(alarms(script).count == 1)
  }

  @Test func exercisesAndMinorOnesRingForNobody() throws {
    var world = try TestWorld.afternoon()
    let rows = world.rows
    world.rows = []
    var script = ScreenScript(world)
    script.world.rows = rows
    script.world.rows[0].isDrill = true
    script.world.rows[1].severity = .sev4
    script.send(.changed)
    #expect(alarms(script).isEmpty)
  }

  @Test func wordsFromOutsideAreCutAndClean() throws {
    var world = try TestWorld.afternoon()
    let rows = world.rows
    world.rows = []
    var script = ScreenScript(world)
    script.world.rows = rows
    script.world.rows[0].title = "\u{1B}]9;pay\u{7}" + String(repeating: "x", count: 500)
    script.send(.changed)
    let words = try #require(alarms(script).first)
    #expect(
      words.unicodeScalars.count <= 100 && words.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
  }

  @Test func silenceOnASev1IsSaidInHeaderAndRoomAndCountsDown() throws {
    var world = try TestWorld.afternoon()
    let id = world.rows[2].id
    world.rows[2].lastWordAt = IncidentStory.at("14:31")
    world.details[id]?.row.lastWordAt = IncidentStory.at("14:31")
    #expect(world.rows[2].wordDue(at: world.now)?.dueAt == IncidentStory.at("14:41"))
    var script = ScreenScript(world, columns: 120, rows: 40)
    script.press("j j Enter")
    #expect(!script.text.contains("QUIET") && !script.text.contains("Nothing was written"))
    script.send(.tick(IncidentStory.at("14:43")))
    #expect(script.text.contains("QUIET #42 12m"))
    #expect(script.text.contains("Nothing was written for 12m on a SEV1."))
  }

  @Test func onlyASev1ThatSomebodyHasWantsWords() throws {
    var row = try TestWorld.afternoon().rows[2]
    row.lastWordAt = row.openedAt
    let now = IncidentStory.at("14:32")
    #expect(row.wordDue(at: now) != nil)
    for status in [Status.triggered, .resolved, .closed] {
      row.status = status
      #expect(row.wordDue(at: now) == nil)
    }
    row.status = .acknowledged
    row.severity = .sev2
    #expect(row.wordDue(at: now) == nil)
    row.severity = .sev1
    row.snoozedUntil = now + .minutes(5)
    #expect(row.wordDue(at: now) == nil)
  }
}
