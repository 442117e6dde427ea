import Commands
import EventLog
import Incidents
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskRightsTests {
  @Test func aPostMortemIsWaivedOnlyByWhoMay() async throws {
    let store = try DeskStore()
    let incident = try await store.declare("Checkout fails", .sev1)
    try await store.perform(Mitigate(), on: incident)
    try await store.perform(Resolve(verifiedBy: "orders flow"), on: incident)
    var configuration = DeskConfiguration.sample
    configuration.hasRight = { actor, right in right == "waivers" && actor.person == Actor.tom.person }
    let desk = store.desk(with: configuration)
    let close = Command.incident(incident, Close(waiver: "a copy of last week's"), revision: nil)
    let trouble = await #expect(throws: Trouble.self) { try await desk.perform(close, by: .lea) }
    #expect(trouble?.code == .notAllowed && trouble?.exitCode == 77)
    _ = try await desk.perform(close, by: .tom)
    #expect(try desk.detail(incident).row.status == .closed)
  }
}
