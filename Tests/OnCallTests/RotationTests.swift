import EventLog
import OnCall
import Testing

@Suite struct RotationTests {
  @Test(arguments: [
    ("Europe/Berlin", "2026-03-23T08:00:00Z", 167.0), ("Europe/Berlin", "2026-03-30T07:00:00Z", 168),
    ("Europe/Berlin", "2026-10-19T07:00:00Z", 169), ("America/New_York", "2026-03-02T14:00:00Z", 167),
    ("America/New_York", "2026-10-26T13:00:00Z", 169), ("Australia/Lord_Howe", "2026-03-29T22:00:00Z", 168.5),
    ("Australia/Lord_Howe", "2026-09-27T22:30:00Z", 167.5), ("UTC", "2026-03-23T09:00:00Z", 168),
  ])
  func weekHasItsHours(zoneName: String, start: String, hours: Double) throws {
    let rotation = try weekly(in: zoneName, members: ["a"])
    let begin = try instant(start)
    let index = rotation.shift(at: begin)
    #expect(rotation.start(ofShift: index) == begin)
    #expect(Double((rotation.start(ofShift: index + 1) - begin).milliseconds) / 3_600_000 == hours)
  }

  @Test func weeksFromFridayAndSaturday() throws {
    for (start, hours) in [("2017-03-10 08:00", 167), ("2017-11-04 08:00", 169)] {
      let rotation = Rotation(
        name: "r", role: .primary, zone: try zone("America/Chicago"), start: try civil(start),
        handoff: Handoff(weekday: nil, hour: 8, minute: 0), members: ["a", "b"])
      #expect(rotation.start(ofShift: 1) - rotation.start(ofShift: 0) == .hours(Int64(hours)))
    }
  }

  @Test func monthWithTheChangeIsAnHourShort() throws {
    let chicago = try zone("America/Chicago")
    #expect(
      try chicago.instant(of: civil("2017-04-01 00:00")) - chicago.instant(of: civil("2017-03-01 00:00"))
        == .hours(31 * 24 - 1))
  }

  /// A daily handoff inside the gap moves for that one day and never afterwards.
  @Test func handoffInTheGapDoesNotDrift() throws {
    let rotation = Rotation(
      name: "nights", role: .primary, zone: try zone("America/Chicago"), start: try civil("2018-03-09 02:30"),
      handoff: Handoff(weekday: nil, hour: 2, minute: 30), lengthInDays: 1, members: ["a", "b"])
    let expected = ["2018-03-09T08:30:00Z", "2018-03-10T08:30:00Z", "2018-03-11T08:00:00Z", "2018-03-12T07:30:00Z"]
    #expect(try (0..<4).map(rotation.start(ofShift:)) == expected.map(instant))
    #expect(rotation.shift(at: try instant("2018-03-11T07:59:59Z")) == 1)
    #expect(rotation.shift(at: try instant("2018-03-11T08:00:00Z")) == 2)
  }

  @Test func skippedDayHasNoShiftOfItsOwn() throws {
    let rotation = Rotation(
      name: "days", role: .primary, zone: try zone("Pacific/Apia"), start: try civil("2011-12-29 00:00"),
      handoff: Handoff(weekday: nil, hour: 0, minute: 0), lengthInDays: 1, members: ["a", "b", "c"])
    #expect(rotation.start(ofShift: 1) == rotation.start(ofShift: 2))
    #expect(rotation.shift(at: try instant("2011-12-30T09:59:59Z")) == 0)
    #expect(rotation.shift(at: try instant("2011-12-30T10:00:00Z")) == 2)
  }

  @Test(arguments: [
    ("2026-01-05 09:00", "2026-01-05T08:00:00Z"), ("2026-01-07 00:00", "2026-01-05T08:00:00Z"),
    ("2026-01-05 08:59", "2025-12-29T08:00:00Z"), ("2026-01-11 23:00", "2026-01-05T08:00:00Z"),
  ])
  func shiftZeroHoldsTheStart(start: String, expected: String) throws {
    let rotation = try weekly(from: start, members: ["a"])
    #expect(rotation.start(ofShift: 0) == (try instant(expected)))
  }

  @Test func turnsGoRoundInBothDirections() throws {
    let rotation = try weekly(members: ["a", "b", "c"])
    #expect((-4...4).map { rotation.member(ofShift: $0) } == ["c", "a", "b", "c", "a", "b", "c", "a", "b"])
    let later = try weekly(members: ["a", "b", "c"], first: "b")
    #expect((0...3).map { later.member(ofShift: $0) } == ["b", "c", "a", "b"])
    #expect(try weekly(members: []).member(ofShift: 3) == nil)
  }

  /// Any member added, taken away or moved: the present shift stays as it is, and the rest follows the new order.
  @Test func changeOfMembersKeepsThePresentShift() throws {
    let rotation = try weekly(members: ["a", "b", "c"])
    let moment = try instant("2026-07-15T12:00:00Z")
    let index = rotation.shift(at: moment)
    let now = try #require(rotation.member(ofShift: index))
    for members in [["a", "b", "c", "d"], ["d", "c", "b", "a"], ["d", now], [now]] {
      let changed = rotation.changingMembers(to: members, at: moment)
      let place = changed.shift(at: moment)
      #expect(changed.member(ofShift: place) == now)
      #expect(changed.start(ofShift: place) == rotation.start(ofShift: index))
      let following = members[((members.firstIndex(of: now) ?? 0) + 1) % members.count]
      #expect(changed.member(ofShift: place + 1) == following)
    }
    let gone = rotation.changingMembers(to: rotation.members.filter { $0 != now }, at: moment)
    #expect(gone.member(ofShift: gone.shift(at: moment)) == rotation.member(ofShift: index + 1))
    let strangers = rotation.changingMembers(to: ["x", "y"], at: moment)
    #expect(strangers.member(ofShift: strangers.shift(at: moment)) == "x")
  }

  /// Every instant lies in the shift it is said to lie in, whatever the zone, the time of day and the length.
  @Test(arguments: ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"])
  func instantsLieInTheirShift(zoneName: String) throws {
    var numbers = Sequence64(seed: 11)
    for (hour, minute, length) in [(9, 0, 7), (2, 30, 1), (0, 0, 1), (23, 59, 14), (1, 45, 2)] {
      let rotation = Rotation(
        name: "r", role: .primary, zone: try zone(zoneName), start: try civil("2018-05-02 12:00"),
        handoff: Handoff(weekday: nil, hour: hour, minute: minute), lengthInDays: length, members: ["a", "b"])
      for _ in 0..<400 {
        let moment = Instant(milliseconds: 1_300_000_000_000 + Int64(numbers.next(below: 600_000_000)) * 1_000)
        let index = rotation.shift(at: moment)
        #expect(rotation.start(ofShift: index) <= moment)
        #expect(moment < rotation.start(ofShift: index + 1))
      }
      for index in stride(from: -300, to: 300, by: 7) {
        let start = rotation.start(ofShift: index)
        guard start < rotation.start(ofShift: index + 1) else { continue }
        #expect(rotation.shift(at: start) == index)
        #expect(rotation.shift(at: start - .milliseconds(1)) < index)
      }
    }
  }
}
