import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// When the screen moves by itself: once a minute, and each second only where something shown is below a minute.
@Suite struct NextTickTests {
  private func script(_ change: (inout TestWorld) -> Void) throws -> ScreenScript {
    var world = try TestWorld.afternoon()
    world.header.overdue = nil
    change(&world)
    return ScreenScript(world)
  }

  private func keep(_ world: inout TestWorld, due: [Span]) {
    world.rows = [world.rows[0]]
    world.rows[0].deadlines = due.map { Deadline(kind: Clocks.update, dueAt: world.now + $0, rule: "") }
  }

  static let waits: [([Span], Int64)] = [
    ([Span.minutes(10)], 60_000), ([.seconds(40)], 1_000), ([.seconds(-40)], 1_000), ([.minutes(-5)], 60_000),
    ([.seconds(90)], 30_001), ([.minutes(10), .seconds(75)], 15_001), ([.hours(5)], 60_000), ([], 60_000),
  ]

  @Test(arguments: waits)
  func followsTheNearestPromise(due: [Span], wait: Int64) throws {
    let script = try script { keep(&$0, due: due) }
    let next = try #require(ScreenProgram.nextTick(script.state))
    #expect(next - script.state.now == .milliseconds(wait))
  }

  @Test func isOnTheMinute() throws {
    var script = try script { keep(&$0, due: [.hours(2)]) }
    script.send(.tick(IncidentStory.at("14:32") + .seconds(17)))
    #expect(ScreenProgram.nextTick(script.state) == IncidentStory.at("14:33"))
  }

  /// Until the tick the row reads as it did; at the tick it has begun to count seconds.
  @Test(arguments: [61, 75, 90, 119] as [Int64])
  func wordsDoNotChangeBeforeTheTick(seconds: Int64) throws {
    var script = try script { keep(&$0, due: [.seconds(seconds)]) }
    let next = try #require(ScreenProgram.nextTick(script.state))
    script.send(.tick(next - .milliseconds(1)))
    #expect(script.text.contains("update 1m "))
    script.send(.tick(next))
    #expect(script.text.contains("update 59s "))
  }

  @Test func nothingMovesWithoutAScreen() throws {
    var script = try script { _ in }
    script.send(.resized(Size(columns: 0, rows: 0)))
    #expect(ScreenProgram.nextTick(script.state) == nil)
  }

  @Test func aBrokenPromiseAsksForTheOrderAnew() throws {
    var script = try script { keep(&$0, due: [.seconds(30)]) }
    script.world.isSilent = true
    script.send(.tick(script.state.now + .seconds(20)))
    #expect(script.effects.isEmpty)
    script.send(.tick(script.state.now + .seconds(40)))
    let asked = script.effects.filter { if case .load(.board) = $0 { true } else { false } }
    #expect(asked.count == 1)
  }

  /// Who watched and is gone rings no bell: where Sitrep wakes people, each minute asks whether anything still does.
  @Test(arguments: [true, false])
  func eachMinuteAsksWhetherPeopleAreStillWoken(wakesNobody: Bool) throws {
    var world = try TestWorld.afternoon()
    world.header.wakesNobody = wakesNobody
    world.rows = []
    var script = ScreenScript(world)
    script.world.isSilent = true
    let minute = Instant(milliseconds: (script.state.now.milliseconds / 60_000 + 1) * 60_000)
    script.send(.tick(minute - .milliseconds(1)))
    #expect(script.effects.isEmpty)
    script.send(.tick(minute))
    let asked = script.effects.filter { if case .load(.board) = $0 { true } else { false } }
    #expect(asked.count == (wakesNobody ? 0 : 1))
  }
}
