import Commands
import EventLog
import Incidents
import OnCall
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskOnCallTests {
  private func page(_ store: DeskStore) throws -> OnCallPage {
    guard case .onCall(let page) = try store.desk.answer(.onCall, for: .lea) else {
      throw Trouble(.refused, "another answer")
    }
    return page
  }

  private var configuration: DeskConfiguration {
    var configuration = DeskConfiguration.sample
    configuration.rota = Rehearsal.rota(at: .at("10:00"))
    configuration.rota.people[0].phone = "+49 30 123456"
    return configuration
  }

  @Test func nobodyIsOnCallWithoutARota() throws {
    let store = try DeskStore()
    #expect(try store.desk.board().header.onCall == nil)
    let page = try page(store)
    #expect(!page.isConfigured && page.now.primary == nil)
    #expect(page.shifts.allSatisfy { $0.person == nil })
  }

  @Test func theHeaderSaysWhoAndWhoComesNextAndWhen() throws {
    let store = try DeskStore(configuration: configuration)
    let now = try #require(try store.desk.board().header.onCall)
    let rota = configuration.rota
    #expect(now.primary == rota.onCall(at: store.now).primary?.name)
    #expect(now.commander == rota.onCall(at: store.now).commander?.name)
    #expect(now.until == .at("2026-11-23T09:00:00Z") && now.nextText == "Mon 09:00")
    let next = try #require(now.nextPrimary)
    store.move(to: "2026-11-23T09:00:00Z")
    #expect(try store.desk.board().header.onCall?.primary == next)
    #expect(now.primary != next)
  }

  @Test func theScreenListsTheShiftsOfFourWeeks() throws {
    let store = try DeskStore(configuration: configuration)
    let page = try page(store)
    #expect(page.isConfigured && page.phones == ["mira": "+49 30 123456"])
    #expect(page.shifts.filter { $0.role == "primary" }.count == 5)
    #expect(page.shifts.count { $0.isNow && $0.role == "primary" } == 1)
    #expect(page.shifts.allSatisfy { $0.start < $0.end })
    #expect(page.shifts.map(\.end).max() == .at("2026-12-21T09:00:00Z"))
  }

  @Test func theDisplayedZonesWallClockIsUsed() throws {
    var configuration = configuration
    configuration.displayZone = try #require(Zone("Europe/Berlin"))
    let store = try DeskStore(configuration: configuration)
    #expect(try store.desk.board().header.onCall?.nextText == "Mon 10:00")
  }
}
