import EventLog
import Incidents
import OnCall
import Testing

@Suite struct PagingTests {
  private let night = EscalationPolicy.QuietHours(
    severities: [.sev3, .sev4], from: 22 * 60, until: 7 * 60, zone: "Europe/Berlin")

  @Test(
    "Quiet hours hold by the wall clock of their zone, over midnight and across summer time",
    arguments: [
      ("2026-11-21T20:59:59.999Z", nil), ("2026-11-21T21:00:00Z", "2026-11-22T06:00:00.000Z"),
      ("2026-11-22T05:59:59.999Z", "2026-11-22T06:00:00.000Z"), ("2026-11-22T06:00:00Z", nil),
      // The clocks go forward, and back.
      ("2026-03-28T22:00:00Z", "2026-03-29T05:00:00.000Z"), ("2026-10-24T20:30:00Z", "2026-10-25T06:00:00.000Z"),
      ("2026-07-01T12:00:00Z", nil),
    ] as [(String, String?)])
  func quiet(at: String, until: String?) throws {
    let hold = night.hold(at: try instant(at))
    #expect(hold?.until?.rfc3339 == until)
    #expect(hold.map(\.because) == until.map { _ in "quiet hours until 07:00 in Europe/Berlin" })
  }

  @Test func quietHoursOfOneDay() throws {
    let noon = EscalationPolicy.QuietHours(severities: [.sev4], from: 12 * 60, until: 13 * 60, zone: "UTC")
    #expect(noon.hold(at: try instant("2026-11-21T11:59:59Z")) == nil)
    #expect(noon.hold(at: try instant("2026-11-21T12:00:00Z"))?.until == (try instant("2026-11-21T13:00:00Z")))
    #expect(noon.hold(at: try instant("2026-11-21T13:00:00Z")) == nil)
    #expect(noon.hold(at: try instant("2026-11-21T12:00:00Z"))?.severities == [.sev4])
    var wrong = noon
    wrong.zone = "Mars/Olympus"
    #expect(wrong.hold(at: try instant("2026-11-21T12:00:00Z")) == nil)
  }

  @Test func targetsMeanWhoeverIsOnCallThen() throws {
    let rota = Rota(
      people: [
        Person(name: "a"), Person(name: "b", roles: ["manager", "rota"]), Person(name: "c", roles: ["manager"]),
      ],
      rotations: [try weekly(members: ["a", "b"])])
    let team = rota.schedule.pagingTeam(at: try instant("2026-01-12T07:59:59.999Z"))
    #expect(team.people(of: .primary) == ["a"] && team.people(of: .secondary) == ["b"])
    let next = rota.schedule.pagingTeam(at: try instant("2026-01-12T08:00:00Z"))
    #expect(next.people(of: .primary) == ["b"] && next.people(of: .secondary) == ["a"])
    #expect(next.people(of: .commander) == [] && next.people(of: .manager) == ["b", "c"])
    #expect(next.people(of: EscalationTarget(.person, "x")) == ["x"])
    #expect(next.people(of: EscalationTarget(.list, "l", people: ["a", "c"])) == ["a", "c"])
  }

  @Test func aTargetPromisesEverybodyItMayMean() throws {
    let rota = Rota(
      people: [Person(name: "m", roles: ["manager"]), Person(name: "n", roles: ["manager"])],
      rotations: [try weekly(members: ["a", "b"])])
    let list = EscalationTarget(.list, "l", people: ["x", "y"])
    let policy = EscalationPolicy(levels: [
      .init([.secondary, .manager, list], also: [.sev1: [.commander]], after: [.sev1: .zero]),
      .init([EscalationTarget(.person, "x")], after: [.sev1: .minutes(5)]),
    ])
    func words(_ reachable: Set<String>) -> [String] {
      UnreachableTarget.all(in: policy, rota: rota, reachable: reachable).map { $0.words(lack: "nothing reaches") }
    }
    let commander = "level 1 pages the commander, and that is nobody"
    #expect(words(["a", "b", "m", "x"]) == [commander])
    #expect(
      words(["a", "m", "y"]) == [
        "level 1 pages the secondary, and nothing reaches b", commander, "level 2 pages x, and nothing reaches x",
      ])
    #expect(words([]).count == 5)
  }
}
