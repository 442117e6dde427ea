import EventLog
import OnCall
import Testing

@Suite struct RotaShiftsTests {
  @Test func fourWeeksInBerlin() throws {
    let rota = Rota(people: [], rotations: [try weekly(members: ["a", "b", "c"])])
    let shifts = rota.shifts(from: try instant("2026-03-20T00:00:00Z"), to: try instant("2026-04-07T00:00:00Z"))
    let primary = shifts.filter { $0.role == .primary }
    #expect(primary.map(\.person) == ["b", "c", "a", "b"])
    #expect(
      primary.map(\.start.rfc3339) == [
        "2026-03-16T08:00:00.000Z", "2026-03-23T08:00:00.000Z", "2026-03-30T07:00:00.000Z", "2026-04-06T07:00:00.000Z",
      ])
    #expect(primary.map(\.length) == [.hours(168), .hours(167), .hours(168), .hours(168)])
    #expect(shifts.filter { $0.role == .secondary }.map(\.person) == ["a", "b", "c", "a"])
    #expect(primary.allSatisfy { $0.source == .rotation && !$0.isGap })
    #expect(shifts.map(\.start) == shifts.map(\.start).sorted())
  }

  @Test func emptyTimeHasNoShifts() throws {
    let rota = Rota(people: [], rotations: [try weekly(members: ["a"])])
    let moment = try instant("2026-03-20T00:00:00Z")
    #expect(rota.shifts(from: moment, to: moment).isEmpty)
    #expect(rota.shifts(from: moment, to: moment - .days(1)).isEmpty)
  }

  @Test func edgesOfTheTimeAskedFor() throws {
    let rota = Rota(people: [], rotations: [try weekly(members: ["a", "b"])])
    let handoff = try instant("2026-03-30T07:00:00Z")
    let upTo = rota.shifts(from: handoff - .hours(1), to: handoff).filter { $0.role == .primary }
    #expect(upTo.map(\.end) == [handoff])
    let onward = rota.shifts(from: handoff, to: handoff + .hours(1)).filter { $0.role == .primary }
    #expect(onward.map(\.start) == [handoff])
  }

  /// One primary and one secondary at each instant, never the same person where there are two, over years and zones.
  @Test(
    arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata"],
    [1, 2, 3, 6])
  func exactlyOneOfEach(zoneName: String, count: Int) throws {
    let members = (0..<count).map { "p\($0)" }
    for (hour, minute) in [(9, 0), (2, 30), (0, 0)] {
      let rota = Rota(
        people: [], rotations: [try weekly(in: zoneName, members: members, hour: hour, minute: minute)])
      let from = try instant("2010-06-01T00:00:00Z")
      let to = try instant("2030-06-01T00:00:00Z")
      let shifts = rota.shifts(from: from, to: to)
      for role in [DutyRole.primary, .secondary] {
        let own = shifts.filter { $0.role == role }
        let first = try #require(own.first)
        let last = try #require(own.last)
        #expect(first.start <= from)
        #expect(last.end >= to)
        #expect(zip(own, own.dropFirst()).allSatisfy { $0.end == $1.start && $0.start < $0.end })
        #expect(own.allSatisfy { $0.person != nil })
      }
      let pairs = zip(shifts.filter { $0.role == .primary }, shifts.filter { $0.role == .secondary })
      #expect(pairs.allSatisfy { $0.start == $1.start && (count == 1) == ($0.person == $1.person) })
      let local = try zone(zoneName)
      let wrong = shifts.filter { shift in
        let reading = local.reading(at: shift.start).civil
        return shift.role == .primary && (reading.hour, reading.minute) != (hour, minute)
      }
      // Only a handoff inside a gap is ever at another time of day; these are Mondays, and clocks change on Sundays.
      #expect(wrong.isEmpty)
    }
  }

  /// A secondary with turns of their own hands over at noon; the primary's handoff at nine cuts that shift only where
  /// the same person would hold both roles.
  @Test func anothersHandoffCutsOnlyWhereThePersonChanges() throws {
    let rotations = [
      try weekly(in: "UTC", members: ["a", "b", "c"]),
      try weekly(.secondary, in: "UTC", members: ["x", "b"], hour: 12),
    ]
    let shifts = Rota(people: [], rotations: rotations)
      .shifts(from: try instant("2026-01-06T00:00:00Z"), to: try instant("2026-01-27T00:00:00Z"))
      .filter { $0.role == .secondary }
    #expect(
      shifts.map { "\($0.person ?? "-") \($0.start.rfc3339.prefix(16))" } == [
        "b 2026-01-05T12:00", "x 2026-01-12T09:00", "x 2026-01-12T12:00", "b 2026-01-19T12:00", "x 2026-01-26T12:00",
      ])
    #expect(zip(shifts, shifts.dropFirst()).allSatisfy { $0.end == $1.start })
  }

  /// What the list of shifts says and what the question for one instant says is the same.
  @Test func listAndQuestionAgree() throws {
    let rota = Rota(
      people: [],
      rotations: [
        try weekly(members: ["a", "b", "c", "d"]),
        try weekly(.commander, in: "America/New_York", members: ["x", "y"], hour: 17),
      ])
    let from = try instant("2026-01-01T00:00:00Z")
    let shifts = rota.shifts(from: from, to: from + .days(400))
    var numbers = Sequence64(seed: 3)
    for _ in 0..<500 {
      let moment = from + .minutes(Int64(numbers.next(below: 400 * 1_440)))
      let now = rota.onCall(at: moment)
      for role in DutyRole.allCases {
        let covering = shifts.filter { $0.role == role && $0.start <= moment && moment < $0.end }
        #expect(covering.map(\.person) == [now.team[role]?.name])
      }
      let until = try #require(now.until)
      #expect(shifts.filter { $0.start <= moment && moment < $0.end }.map(\.end).min() == until)
    }
  }
}
