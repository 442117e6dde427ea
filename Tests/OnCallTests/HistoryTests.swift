import EventLog
import Testing

@testable import OnCall

/// What was in force on a past day stays, whatever is edited afterwards.
@Suite struct HistoryTests {
  private func rota(_ members: [String], first: String? = nil) throws -> Rota {
    Rota(
      people: ["a", "b", "c", "d", "x"].map { Person(name: $0) },
      rotations: [try weekly(in: "UTC", members: members, first: first)])
  }

  private func week(_ day: String) -> String { "2026-\(day)T12:00:00Z" }

  @Test func anEndedOverrideKeepsWhatHasBeenOfIt() throws {
    var story = RotaStory(try rota(["a", "b"]), at: try instant("2026-01-05T12:00:00Z"))
    let made = try story.perform(
      OverrideDuty(.replace, "x", replacing: "a", until: try instant("2026-01-11T00:00:00Z")))
    let id = try #require(made.first { $0.kind == DutyOverridden.kind }?.id)
    story.now = try instant("2026-01-08T00:00:00Z")
    try story.perform(EndOverride(id))
    #expect(try story.primary(at: week("01-06")) == "x")
    #expect(try story.primary(at: week("01-09")) == "a")
    #expect(throws: RotaRefusal.isOver(id)) { try story.perform(EndOverride(id)) }
    story.now = try instant("2026-02-01T00:00:00Z")
    #expect(throws: RotaRefusal.isPast(try instant("2026-01-10T00:00:00Z"))) {
      try story.perform(
        OverrideDuty(
          .add, "b", from: try instant("2026-01-06T00:00:00Z"), until: try instant("2026-01-10T00:00:00Z")))
    }
    #expect(try story.primary(at: week("01-06")) == "x")
  }

  @Test func whatBeginsInThePastIsCutToNow() throws {
    var story = RotaStory(try rota(["a", "b"]), at: try instant("2026-01-07T00:00:00Z"))
    try story.perform(
      OverrideDuty(.add, "x", from: try instant("2026-01-05T09:00:00Z"), until: try instant("2026-01-09T00:00:00Z")))
    #expect(try story.primary(at: week("01-06")) == "a")
    #expect(try story.primary(at: week("01-07")) == "x")
  }

  /// Files that change later do not change what applied; where only members change, whoever is on call stays so.
  @Test func aChangedFileLeavesThePastAndTheShiftThatRuns() throws {
    var story = RotaStory(try rota(["a", "b", "c"]), at: try instant("2026-01-05T12:00:00Z"))
    story.apply(story.configured)
    let before = story.schedule.shifts(
      from: try instant("2026-01-05T09:00:00Z"), to: try instant("2026-01-19T09:00:00Z"))
    story.now = try instant("2026-01-15T00:00:00Z")
    #expect(try story.primary(at: week("01-15")) == "b")
    story.apply(try rota(["a", "d", "b", "c"]))
    #expect(try story.primary(at: week("01-06")) == "a")
    #expect(try story.primary(at: week("01-15")) == "b")
    #expect(try story.primary(at: week("01-20")) == "c")
    #expect(try story.primary(at: week("01-27")) == "a")
    #expect(try story.primary(at: "2026-02-03T12:00:00Z") == "d")
    let after = story.schedule.shifts(
      from: try instant("2026-01-05T09:00:00Z"), to: try instant("2026-01-19T09:00:00Z"))
    #expect(after.filter { $0.role == .primary } == before.filter { $0.role == .primary })
    // The same files again are no new version, and what was pinned stays pinned.
    story.now = try instant("2026-01-22T00:00:00Z")
    #expect(story.apply(story.configured).isEmpty)
    #expect(try story.primary(at: week("01-27")) == "a")
    #expect(story.record.versions.count == 2)
    // Without a file at hand what was recorded holds.
    #expect(
      story.record.schedule(configured: .empty, at: story.now).assignment(of: .primary, at: story.now).person == "c")
  }

  @Test func aFileNotYetRecordedHoldsFromNowOn() throws {
    var story = RotaStory(try rota(["a", "b"]), at: try instant("2026-01-05T12:00:00Z"))
    story.apply(story.configured)
    story.now = try instant("2026-01-20T00:00:00Z")
    story.configured = try rota(["a", "b"], first: "b")
    #expect(try story.primary(at: week("01-06")) == "a")
    #expect(try story.primary(at: week("01-20")) == "b")
    try story.perform(PlanLeave("x", from: story.now, until: story.now + .days(1)))
    #expect(story.record.versions.count == 2)
    #expect(try story.primary(at: week("01-06")) == "a")
  }

  @Test func everybodyElseWhoseShiftMovesIsTold() throws {
    var story = RotaStory(try rota(["a", "b", "c"]), at: try instant("2026-01-05T12:00:00Z"))
    try story.perform(
      OverrideDuty(.replace, "x", replacing: "a", role: .primary, until: try instant("2026-01-07T00:00:00Z")), by: "lea"
    )
    let told = story.record.notices.map { "\($0.person) \($0.role.rawValue) \($0.isGained)" }
    #expect(told.sorted() == ["a primary false", "x primary true"])
    #expect(story.record.notices.allSatisfy { $0.because == "changed by lea" })
    #expect(story.record.notices(for: "a", at: story.now).count == 1)
    try story.perform(SeeNotices(), by: "a")
    #expect(story.record.notices(for: "a", at: story.now).isEmpty)
    #expect(story.record.notices(for: "x", at: story.now).count == 1)
    #expect(try story.record.notices(for: "x", at: instant("2026-01-07T00:00:00Z")).isEmpty)
    #expect(try story.perform(SeeNotices(), by: "a").isEmpty)
    story.now = try instant("2026-01-08T00:00:00Z")
    let changed = story.apply(try rota(["b", "a", "c"], first: "b"))
    #expect(changed.contains { $0.kind == ShiftMoved.kind })
  }

  @Test func anyOrderAndAnyDuplicatesGiveTheSameRecord() throws {
    var story = RotaStory(try rota(["a", "b", "c"]), at: try instant("2026-01-05T12:00:00Z"))
    let made = try story.perform(OverrideDuty(.add, "x", until: try instant("2026-01-11T00:00:00Z")))
    story.now = story.now + .hours(1)
    try story.perform(EndOverride(try #require(made.first { $0.kind == DutyOverridden.kind }?.id)))
    let offered = try story.perform(
      OfferSwap(
        with: "c",
        given: .init(from: try instant("2026-01-12T09:00:00Z"), until: try instant("2026-01-19T09:00:00Z"))),
      by: "b")
    story.now = story.now + .hours(1)
    try story.perform(AcceptSwap(try #require(offered.first?.id)), by: "c")
    try story.perform(PlanLeave("a", from: story.now, until: story.now + .days(1)), by: "a")
    try story.perform(OfferHandoff(brief: "all quiet"), by: "c")
    var numbers = Sequence64(seed: 5)
    for _ in 0..<40 {
      var events = story.events + story.events.filter { _ in numbers.next(below: 2) == 0 }
      for place in events.indices { events.swapAt(place, numbers.next(below: events.count)) }
      #expect(RotaFold.state(of: RecordedRota.stream, from: events) == story.record)
    }
    let text = PayloadText.encode(story.record)
    #expect(PayloadText.decode(RecordedRota.self, from: text) == story.record)
  }
}
