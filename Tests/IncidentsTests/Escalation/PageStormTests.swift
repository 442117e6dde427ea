import EventLog
import TestSupport
import Testing

@testable import Incidents

@Suite struct PageStormTests {
  private func opening(
    _ number: Int, second: Int, _ severity: Severity = .sev2, isNobodys: Bool = true
  ) -> PageStorm.Opening {
    PageStorm.Opening(
      incident: StreamID(IncidentFold.streamKind, "i\(number + 100)"), number: number,
      openedAt: .at("10:00") + .seconds(Int64(second)), severity: severity, isNobodys: isNobodys)
  }

  private func held(
    _ openings: [PageStorm.Opening], at now: Instant, wasPaged: (StreamID) -> Bool = { _ in true }
  ) -> [Int] {
    let storm = PageStorm(openings.reversed())
    return openings.filter { storm.hold(on: $0.incident, at: now, wasPaged: wasPaged) != nil }.map(\.number)
  }

  @Test func theFirstTenArePagedAndTheRestWaits() {
    let ten = (1...10).map { opening($0, second: $0) }
    #expect(held(ten, at: .at("10:01")).isEmpty)
    let many = (1...40).map { opening($0, second: $0) }
    #expect(held(many, at: .at("10:01")) == Array(11...40))
    let hold = PageStorm(many).hold(on: many[10].incident, at: .at("10:01"), wasPaged: { _ in true })
    #expect(hold?.until == .at("10:15:11") && hold?.concerns(.sev4) == true)
    #expect(
      hold?.because.contains("more than 10 that opened within 2m") == true && hold?.because.contains("#1 ") == true)
  }

  @Test func whatWokeNobodyKeepsNothingBack() {
    let many = (1...12).map { opening($0, second: $0) }
    #expect(held(many, at: .at("10:01"), wasPaged: { _ in false }).isEmpty)
    #expect(held(many, at: .at("10:01"), wasPaged: { $0 != many[4].incident }) == [12])
  }

  @Test func whatComesSlowlyIsNoStorm() {
    // One every twelve seconds: ten within two minutes, never more.
    #expect(held((1...60).map { opening($0, second: $0 * 12) }, at: .at("10:05")).isEmpty)
  }

  @Test func aWorseOneIsNoneOfIt() {
    let storm = (1...20).map { opening($0, second: $0, .sev3) } + [opening(21, second: 21, .sev1)]
    #expect(held(storm, at: .at("10:01")) == Array(11...20))
  }

  @Test func theRestIsPagedOnceSomebodyHasTheFirstAndNoneOfThisOne() {
    let many = (1...12).map { opening($0, second: $0) }
    #expect(held(many, at: .at("10:15:11")) == [11, 12])
    let taken = (1...12).map { opening($0, second: $0, isNobodys: $0 > 10) }
    #expect(held(taken, at: .at("10:15:10.999")) == [11, 12])
    #expect(held(taken, at: .at("10:15:11")) == [12])
    #expect(held(taken, at: .at("10:16")).isEmpty)
  }

  @Test func eachWaitHasAnEndOfItsOwn() {
    let many = (1...12).map { opening($0, second: $0) }
    let ends = ["10:01", "10:15:11", "10:30:10.999", "10:30:11"].map {
      PageStorm(many).hold(on: many[10].incident, at: .at($0), wasPaged: { _ in true })?.until
    }
    #expect(ends == [.at("10:15:11"), .at("10:30:11"), .at("10:30:11"), .at("10:45:11")])
  }
}
