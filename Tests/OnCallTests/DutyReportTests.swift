import EventLog
import Testing

@testable import OnCall

@Suite struct DutyReportTests {
  private func schedule(_ members: [String], zone: String = "Europe/Berlin") throws -> Schedule {
    Rota(people: members.map { Person(name: $0) }, rotations: [try weekly(in: zone, members: members)]).schedule
  }

  private func report(
    _ schedule: Schedule, _ from: String, _ to: String, work: [IncidentWork] = [], rules: PayRules = PayRules()
  ) throws -> DutyReport {
    DutyReport(
      schedule, work: work, rules: rules, from: try instant(from), to: try instant(to))
  }

  /// Six people, primary and secondary: a third of the time each, above the quarter that is marked.
  @Test func sixPeopleAreOneThirdEach() throws {
    let six = try schedule(["a", "b", "c", "d", "e", "f"], zone: "UTC")
    let year = try report(six, "2026-01-05T09:00:00Z", "2027-01-04T09:00:00Z")
    #expect(year.rows.count == 6 && year.uncovered == .zero)
    // 52 weeks of two roles among six: each has 16 to 18 weeks of 52.
    #expect(year.rows.allSatisfy { $0.isOverloaded && (30_00...35_00).contains($0.share) })
    #expect(year.rows.reduce(0) { $0 + Int($1.primary.milliseconds / 604_800_000) } == 52)
    // The second week follows the first: a fortnight on end.
    #expect(year.rows.allSatisfy { $0.longest == .days(14) })
    let eight = try schedule(["a", "b", "c", "d", "e", "f", "g", "h"], zone: "UTC")
    let period = try report(eight, "2026-01-05T09:00:00Z", "2026-03-02T09:00:00Z")
    #expect(period.rows.allSatisfy { $0.share == 25_00 && !$0.isOverloaded })
  }

  /// `100 x weeks + 2 x rate x hours`; the week in which the clocks go forward has 167 hours and is paid as a week.
  @Test func payIsWeeksAndTwiceTheRateOfIncidentHours() throws {
    let rules = PayRules(rate: 50_00, roles: [.primary])
    let start = try instant("2026-03-24T12:00:00Z")
    let work = IncidentWork(
      openedAt: start, isPage: true,
      spells: [
        .init(person: "a", from: start, until: start + .hours(2)),
        .init(person: "a", from: start + .hours(1), until: start + .hours(3)),
      ])
    let report = try report(
      try schedule(["a"]), "2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z", work: [work], rules: rules)
    let row = try #require(report.rows.first)
    #expect(row.primary == .days(7) && row.onIncidents == .hours(3))
    #expect(row.pay == 400_00 && PayRules.words(row.pay) == "400.00")
    // Half a week is half of it, and without a rate the hours are not paid.
    let half = try self.report(
      try schedule(["a", "b"], zone: "UTC"), "2026-01-05T09:00:00Z", "2026-01-08T21:00:00Z",
      rules: PayRules(roles: [.primary]))
    #expect(half.rows.map(\.pay) == [50_00, 0])
    let both = try self.report(try schedule(["a", "b"], zone: "UTC"), "2026-01-05T09:00:00Z", "2026-01-12T09:00:00Z")
    #expect(both.rows.map(\.pay) == [100_00, 100_00])
  }

  @Test func nightIsFromTenToSevenWhereThePersonLives() throws {
    var schedule = try schedule(["a", "b"])
    schedule.people[0].zone = try zone("Asia/Tokyo")
    let times = ["2026-01-06T20:59:00Z", "2026-01-06T21:00:00Z", "2026-01-07T05:59:00Z", "2026-01-07T06:00:00Z"]
    let pages = try times.map { IncidentWork(openedAt: try instant($0), isPage: true, spells: []) }
    // In Tokyo these are 05:59, 06:00, 14:59 and 15:00.
    let tokyo = try report(schedule, "2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z", work: pages)
    #expect(tokyo.rows.map(\.nightPages) == [2, 0] && tokyo.rows.map(\.pages) == [4, 0])
    schedule.people[0].zone = nil
    // In Berlin 21:59, 22:00, 06:59 and 07:00.
    let berlin = try report(schedule, "2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z", work: pages)
    #expect(berlin.rows.map(\.nightPages) == [2, 0])
    let declared = pages.map { IncidentWork(openedAt: $0.openedAt, isPage: false, spells: []) }
    #expect(try report(schedule, "2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z", work: declared).rows[0].pages == 0)
  }

  @Test func moreThanTwoInTwelveHoursIsOverCapacity() throws {
    let start = try instant("2026-01-05T09:00:00Z")
    let schedule = try schedule(["a", "b"], zone: "UTC")
    func over(_ hours: [Int64]) throws -> Int? {
      let work = hours.map { IncidentWork(openedAt: start + .hours($0), isPage: true, spells: []) }
      return try report(schedule, "2026-01-05T09:00:00Z", "2026-01-12T09:00:00Z", work: work).rows.first?.overCapacity
    }
    #expect(try over([0, 5]) == 0)
    #expect(try over([0, 5, 11]) == 1)
    #expect(try over([0, 5, 12]) == 0)
    #expect(try over([0, 1, 2, 24, 25, 26, 27]) == 2)
  }

  @Test func qualityCountsGapsAndBalance() throws {
    let from = try instant("2026-01-05T09:00:00Z")
    let good = ScheduleQuality(try schedule(["a", "b", "c", "d"], zone: "UTC"), from: from)
    #expect(good.score == 100 && good.coverage == 100 && good.balance == 100 && good.gaps == 0)
    #expect(good.overloaded.map(\.person) == ["a", "b", "c", "d"] && good.overloaded.allSatisfy { $0.share == 50_00 })
    let nobody = ScheduleQuality(Rota.empty.schedule, from: from)
    #expect(nobody.score == 0 && nobody.coverage == 0 && nobody.gaps == 2)
    var story = RotaStory(
      Rota(people: ["a", "b"].map { Person(name: $0) }, rotations: [try weekly(in: "UTC", members: ["a", "b"])]),
      at: from)
    try story.perform(OverrideDuty(.remove, "a", role: .primary, until: from + .days(7)))
    let worse = ScheduleQuality(story.schedule, from: from, to: from + .days(28))
    #expect(worse.gaps == 1 && worse.gapTime == .days(7) && worse.coverage == 87 && worse.balance == 50)
    #expect(worse.score == 68)
  }
}
