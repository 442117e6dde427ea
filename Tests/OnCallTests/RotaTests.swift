import EventLog
import OnCall
import Testing

@Suite struct RotaTests {
  private func rota(_ members: [String], leads: [String] = ["lea", "omar"]) throws -> Rota {
    Rota(
      people: (members + leads).map { Person(name: $0, logins: [$0 + ".login"]) },
      rotations: [try weekly(members: members), try weekly(.commander, members: leads)])
  }

  @Test func roundOfThree() throws {
    let rota = try rota(["a", "b", "c"])
    let now = rota.onCall(at: try instant("2026-01-06T12:00:00Z"))
    #expect(now.primary?.name == "a")
    #expect(now.secondary?.name == "c")
    #expect(now.commander?.name == "lea")
    #expect(now.until == (try instant("2026-01-12T08:00:00Z")))
    #expect(now.next?.at == now.until)
    #expect(now.next?.primary?.name == "b")
    #expect(now.next?.secondary?.name == "a")
    #expect(now.next?.commander?.name == "omar")
    #expect(now.team.gaps.isEmpty)
  }

  @Test func handoffBelongsToTheNewPerson() throws {
    let rota = try rota(["a", "b", "c"])
    let handoff = try instant("2026-01-12T08:00:00Z")
    #expect(rota.onCall(at: handoff - .milliseconds(1)).primary?.name == "a")
    #expect(rota.onCall(at: handoff).primary?.name == "b")
    #expect(rota.onCall(at: handoff).secondary?.name == "a")
  }

  @Test func beforeTheStart() throws {
    let now = try rota(["a", "b", "c"]).onCall(at: try instant("2026-01-05T07:59:59Z"))
    #expect(now.primary?.name == "c")
    #expect(now.secondary?.name == "b")
    #expect(now.commander?.name == "omar")
  }

  @Test(arguments: [(["a"], "a", "a"), (["a", "b"], "a", "b"), (["a", "a", "b"], "a", "b")])
  func fewMembers(members: [String], primary: String, secondary: String) throws {
    let now = try rota(members).onCall(at: try instant("2026-01-06T12:00:00Z"))
    #expect(now.primary?.name == primary)
    #expect(now.secondary?.name == secondary)
  }

  @Test func nobodyIsSaid() throws {
    let moment = try instant("2026-01-06T12:00:00Z")
    let none = Rota.empty.onCall(at: moment)
    #expect(none.team.gaps == [.primary, .secondary, .commander])
    #expect(none.until == nil)
    #expect(none.next == nil)
    #expect(Rota.empty.assignment(of: .primary, at: moment) == .nobody)
    let withoutLeads = try rota(["a", "b"], leads: [])
    #expect(withoutLeads.onCall(at: moment).team.gaps == [.commander])
    let gaps = withoutLeads.gaps(from: moment, to: moment + .days(30))
    #expect(gaps == [Shift(start: moment, end: moment + .days(30), role: .commander, person: nil, source: .nobody)])
  }

  @Test func laterRotationWins() throws {
    var rota = try rota(["a", "b"])
    rota.rotations.append(try weekly(members: ["z", "y"]))
    rota.rotations.append(try weekly(members: []))
    #expect(rota.onCall(at: try instant("2026-01-06T12:00:00Z")).primary?.name == "z")
  }

  @Test func secondaryWithTurnsOfTheirOwn() throws {
    var rota = try rota(["a", "b"])
    rota.rotations.append(try weekly(.secondary, members: ["a", "b", "c"], hour: 12))
    for day in 0..<60 {
      let now = rota.onCall(at: try instant("2026-01-06T12:00:00Z") + .days(Int64(day)))
      #expect(now.primary != nil)
      #expect(now.secondary != nil)
      #expect(now.primary != now.secondary)
    }
    let shifts = rota.shifts(from: try instant("2026-02-01T00:00:00Z"), to: try instant("2026-06-01T00:00:00Z"))
    for shift in shifts {
      #expect(rota.assignment(of: shift.role, at: shift.start).person == shift.person)
      #expect(rota.assignment(of: shift.role, at: shift.end - .milliseconds(1)).person == shift.person)
    }
  }

  @Test func peopleAreFoundByNameAndLogin() throws {
    let rota = try rota(["a", "b"])
    #expect(rota.person(named: "b")?.logins == ["b.login"])
    #expect(rota.person(login: "lea.login")?.name == "lea")
    #expect(rota.person(named: "b.login") == nil)
    #expect(rota.person(login: "b") == nil)
  }

  @Test func memberWithoutEntryIsStillNamed() throws {
    let rota = Rota(people: [], rotations: [try weekly(members: ["a"])])
    #expect(rota.onCall(at: try instant("2026-01-06T12:00:00Z")).primary == Person(name: "a"))
  }

  @Test func orderOfSources() {
    #expect(DutySource.allCases.shuffled().sorted() == [.temporary, .override, .rotation, .nobody])
  }
}
