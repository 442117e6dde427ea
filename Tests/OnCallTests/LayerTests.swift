import EventLog
import Testing

@testable import OnCall

/// Temporary over override over rotation over nobody, and the edges between them. a, b and c take turns, Monday 09:00 in
/// UTC; a has the week of 2026-01-05.
@Suite struct LayerTests {
  private func story(_ members: [String] = ["a", "b", "c"], at now: String = "2026-01-01T00:00:00Z") throws -> RotaStory
  {
    RotaStory(
      Rota(
        people: ["a", "b", "c", "x"].map { Person(name: $0) }, rotations: [try weekly(in: "UTC", members: members)]),
      at: try instant(now))
  }

  private func period(_ from: String, _ to: String) throws -> ShiftSwap.Period {
    ShiftSwap.Period(from: try instant("2026-01-\(from):00Z"), until: try instant("2026-01-\(to):00Z"))
  }

  private func override(
    _ change: DutyEdit.Change, _ person: String, for replaced: String? = nil, _ from: String, _ to: String,
    layer: DutySource = .override, role: DutyRole? = nil
  ) throws -> OverrideDuty {
    let period = try period(from, to)
    return OverrideDuty(
      change, person, replacing: replaced, layer: layer, role: role, from: period.from, until: period.until)
  }

  @Test func atTheHandoffTheNewPersonHasIt() throws {
    let story = try story()
    #expect(try story.primary(at: "2026-01-12T08:59:59Z") == "a")
    #expect(try story.primary(at: "2026-01-12T09:00:00Z") == "b")
  }

  @Test func temporaryOutranksOverrideOutranksRotation() throws {
    var story = try story()
    try story.perform(try override(.add, "x", "06T00:00", "08T00:00"))
    try story.perform(try override(.add, "c", "07T00:00", "09T00:00", layer: .temporary))
    let found = try ["05T12:00", "06T12:00", "07T12:00", "08T12:00", "09T12:00"].map {
      story.schedule.assignment(of: .primary, at: try instant("2026-01-\($0):00Z"))
    }
    #expect(found.map(\.person) == ["a", "x", "c", "c", "a"])
    #expect(found.map(\.source) == [.rotation, .override, .temporary, .temporary, .rotation])
  }

  @Test func anOverrideThatEndsAtTheHandoffLeavesTheNextShiftAlone() throws {
    var story = try story()
    try story.perform(try override(.replace, "x", for: "a", "10T00:00", "12T09:00"))
    #expect(try story.primary(at: "2026-01-12T08:59:59Z") == "x")
    #expect(try story.primary(at: "2026-01-12T09:00:00Z") == "b")
  }

  @Test func anOverrideAcrossAHandoffAppliesToBothShifts() throws {
    var story = try story()
    try story.perform(try override(.add, "x", "10T00:00", "14T00:00"))
    let shifts = story.schedule.shifts(
      from: try instant("2026-01-06T00:00:00Z"), to: try instant("2026-01-18T00:00:00Z")
    )
    .filter { $0.role == .primary }
    #expect(
      shifts.map { "\($0.person ?? "-") \($0.start.rfc3339.dropFirst(8).prefix(5))" } == [
        "a 05T09", "x 10T00", "x 12T09", "b 14T00",
      ])
    #expect(zip(shifts, shifts.dropFirst()).allSatisfy { $0.end == $1.start })
  }

  @Test func replacingSomebodyWhoIsNotOnCallDoesNothing() throws {
    var story = try story()
    try story.perform(try override(.replace, "x", for: "b", "06T00:00", "08T00:00"))
    #expect(try story.primary(at: "2026-01-07T00:00:00Z") == "a")
    let found = story.schedule.resolve(.primary, at: try instant("2026-01-07T00:00:00Z"))
    #expect(found.overrides.map(\.isEffective) == [false])
    // b is secondary then? No: c is, who was primary before.
    #expect(story.schedule.assignment(of: .secondary, at: try instant("2026-01-07T00:00:00Z")).person == "c")
  }

  @Test func addingInAGapFillsIt() throws {
    var story = RotaStory(Rota(people: [Person(name: "x")], rotations: []), at: try instant("2026-01-01T00:00:00Z"))
    try story.perform(try override(.add, "x", "06T00:00", "08T00:00"))
    let shifts = story.schedule.shifts(
      from: try instant("2026-01-05T00:00:00Z"), to: try instant("2026-01-09T00:00:00Z")
    )
    .filter { $0.role == .primary }
    #expect(shifts.map(\.person) == [nil, "x", nil])
    #expect(shifts.map(\.length) == [.days(1), .days(2), .days(1)])
    let now = story.schedule.onCall(at: try instant("2026-01-05T00:00:00Z"))
    #expect(try now.until == instant("2026-01-06T00:00:00Z") && now.next?.primary?.name == "x")
  }

  @Test func ofTwoOverridesTheLaterStartWinsAndBothAreListed() throws {
    for isReversed in [false, true] {
      var story = try story()
      let commands = [
        try override(.replace, "b", for: "a", "06T00:00", "10T00:00"),
        try override(.replace, "x", for: "a", "07T00:00", "08T00:00"),
      ]
      for command in isReversed ? commands.reversed() : commands { try story.perform(command) }
      #expect(try story.primary(at: "2026-01-06T12:00:00Z") == "b")
      #expect(try story.primary(at: "2026-01-07T12:00:00Z") == "x")
      #expect(try story.primary(at: "2026-01-08T12:00:00Z") == "b")
      let found = story.schedule.resolve(.primary, at: try instant("2026-01-07T12:00:00Z"))
      #expect(found.overrides.map(\.edit.person) == ["b", "x"])
      #expect(found.overrides.map(\.isEffective) == [true, true])
    }
  }

  @Test func aRemovalLeavesAGapThatIsShown() throws {
    var story = try story()
    try story.perform(try override(.remove, "a", "06T00:00", "07T00:00"))
    let gaps = story.schedule.gaps(from: try instant("2026-01-05T09:00:00Z"), to: try instant("2026-01-12T09:00:00Z"))
    #expect(gaps.filter { $0.role == .primary }.map(\.length) == [.days(1)])
    #expect(gaps.first { $0.role == .primary }?.source == .override)
  }

  @Test func whoIsAwayIsPassedOver() throws {
    var story = try story()
    try story.perform(
      PlanLeave("a", from: try instant("2026-01-06T00:00:00Z"), until: try instant("2026-01-08T00:00:00Z")))
    let at = try instant("2026-01-07T00:00:00Z")
    // c was primary before and stands in; then the secondary is whoever came before c.
    #expect(story.schedule.assignment(of: .primary, at: at).person == "c")
    #expect(story.schedule.assignment(of: .secondary, at: at).person == "b")
    #expect(try story.primary(at: "2026-01-08T00:00:00Z") == "a")
    #expect(story.schedule.resolve(.primary, at: at).turn?.away == ["a"])
    #expect(throws: RotaRefusal.self) { try story.perform(try override(.add, "a", "07T00:00", "07T12:00")) }
    for name in ["b", "c"] {
      try story.perform(PlanLeave(name, from: at, until: at + .hours(1)))
    }
    #expect(story.schedule.assignment(of: .primary, at: at) == .nobody)
  }

  @Test func ofTwoMembersPrimaryAndSecondaryStillDiffer() throws {
    var story = try story(["a", "b"])
    func both(_ text: String) throws -> [String?] {
      let at = try instant(text)
      return [DutyRole.primary, .secondary].map { story.schedule.assignment(of: $0, at: at).person }
    }
    #expect(try both("2026-01-06T00:00:00Z") == ["a", "b"])
    try story.perform(try override(.replace, "b", for: "a", "06T00:00", "08T00:00", role: .primary))
    #expect(try both("2026-01-07T00:00:00Z") == ["b", "a"])
    var one = try self.story(["a"])
    one.now = try instant("2026-01-05T09:00:00Z")
    #expect(one.schedule.assignment(of: .primary, at: one.now).person == "a")
    // Away, there is nobody else, and nobody is their own stand-in.
    try one.perform(PlanLeave("a", from: one.now, until: one.now + .days(1)))
    #expect(one.schedule.team(at: one.now).gaps == DutyRole.allCases)
  }

  @Test func takingOverHoldsUntilTheEndOfTheShiftWhateverElseIsInForce() throws {
    var story = try story(at: "2026-01-06T12:00:00Z")
    try story.perform(try override(.add, "c", "07T00:00", "09T00:00", layer: .temporary))
    try story.perform(TakeOver(), by: "x", mayEdit: false)
    let edit = try #require(story.record.edits.last)
    // The shift of a ends where c's begins.
    #expect(try edit.until == instant("2026-01-07T00:00:00Z") && edit.layer == .temporary)
    #expect(try story.primary(at: "2026-01-06T12:00:00Z") == "x")
    #expect(throws: RotaRefusal.isOnCallAlready("x", .primary, until: edit.until)) {
      try story.perform(TakeOver(), by: "x")
    }
    #expect(throws: RotaRefusal.unverified("take over")) {
      try story.perform(TakeOver(), by: "b", isVerified: false, mayEdit: false)
    }
    story.now = try instant("2026-01-08T00:00:00Z")
    try story.perform(TakeOver(until: try instant("2026-01-08T06:00:00Z")), by: "x", mayEdit: false)
    #expect(try story.primary(at: "2026-01-08T05:59:59Z") == "x")
    #expect(try story.primary(at: "2026-01-08T06:00:00Z") == "c")
  }

  @Test func theListAndTheQuestionAgreeWhateverWasChanged() throws {
    var numbers = Sequence64(seed: 11)
    for seed in 0..<6 {
      var story = try story()
      story.configured.rotations.append(try weekly(.commander, in: "America/New_York", members: ["x", "a"], hour: 17))
      if seed % 2 == 0 {
        story.configured.rotations.append(try weekly(.secondary, members: ["c", "x"], hour: 12))
      }
      let start = story.now
      for _ in 0..<12 {
        let from = start + .hours(Int64(numbers.next(below: 60 * 24)))
        let until = from + .hours(Int64(1 + numbers.next(below: 200)))
        let names = ["a", "b", "c", "x"]
        let person = names[numbers.next(below: 4)]
        let command: any RotaCommand =
          switch numbers.next(below: 4) {
          case 0: PlanLeave(person, from: from, until: until)
          case 1: OverrideDuty(.add, person, layer: .temporary, from: from, until: until)
          default:
            OverrideDuty(
              DutyEdit.Change.allCases[numbers.next(below: 3)], person, replacing: names[numbers.next(below: 4)],
              role: [nil, .primary, .secondary][numbers.next(below: 3)], from: from, until: until)
          }
        _ = try? story.perform(command)
      }
      let schedule = story.schedule
      let shifts = schedule.shifts(from: start, to: start + .days(70))
      for role in DutyRole.allCases {
        let own = shifts.filter { $0.role == role }
        #expect(zip(own, own.dropFirst()).allSatisfy { $0.end == $1.start && $0.start < $0.end })
      }
      for _ in 0..<60 {
        let at = start + .minutes(Int64(numbers.next(below: 70 * 1_440)))
        let team = schedule.team(at: at)
        #expect(team.primary == nil || team.primary?.name != team.secondary?.name)
        let until = schedule.onCall(at: at).until
        for role in DutyRole.allCases {
          let covering = shifts.filter { $0.role == role && $0.start <= at && at < $0.end }
          #expect(covering.map(\.person) == [team[role]?.name])
          #expect(schedule.shift(of: role, at: at)?.person == team[role]?.name)
        }
        let ends = shifts.filter { $0.start <= at && at < $0.end }.map(\.end).min()
        #expect(until == ends)
      }
    }
  }
}
