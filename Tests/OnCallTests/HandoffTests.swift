import EventLog
import Testing

@testable import OnCall

/// Paging follows the rota at the handoff minute; the work stays where it is until it is accepted.
@Suite struct HandoffTests {
  private func story(at now: String = "2026-01-12T08:30:00Z") throws -> RotaStory {
    RotaStory(
      Rota(
        people: ["a", "b", "c", "l"].map { Person(name: $0) },
        rotations: [
          try weekly(in: "UTC", members: ["a", "b", "c"]), try weekly(.commander, in: "UTC", members: ["l"]),
        ]),
      at: try instant(now))
  }

  @Test func offeredAheadItIsDueAQuarterOfAnHourAfterTheHandoff() throws {
    var story = try story()
    try story.perform(OfferHandoff(brief: "brief"), by: "a", mayEdit: false)
    let offer = try #require(story.record.openHandoffs.first)
    #expect(try offer.to == "b" && offer.handoffAt == instant("2026-01-12T09:00:00Z") && offer.brief == "brief")
    #expect(
      story.record.deadlines.map { "\($0.kind) \($0.dueAt.rfc3339.prefix(16)) \($0.target ?? "-")" } == [
        "handoff 2026-01-12T09:15 a", "handoff_next_level 2026-01-12T09:30 l",
      ])
    #expect(try story.primary(at: "2026-01-12T09:00:00Z") == "b")
    story.now = try instant("2026-01-12T09:14:59Z")
    try story.perform(AcceptHandoff(), by: "b", isVerified: false, mayEdit: false)
    #expect(story.record.openHandoffs.isEmpty)
    #expect(story.record.deadlines.allSatisfy { $0.state(at: story.now) == .kept })
  }

  @Test func acceptedLateItIsBroken() throws {
    var story = try story(at: "2026-01-12T09:05:00Z")
    try story.perform(OfferHandoff(brief: "brief"), by: "a")
    #expect(try story.record.deadlines.first?.dueAt == instant("2026-01-12T09:20:00Z"))
    story.now = try instant("2026-01-12T09:21:00Z")
    #expect(story.record.deadlines.first?.state(at: story.now) == .overdue)
    try story.perform(AcceptHandoff(), by: "b")
    #expect(story.record.deadlines.map { $0.state(at: story.now) } == [.broken, .kept])
  }

  @Test func whoeverAPromiseNamesIsRemindedOnceItRanOut() throws {
    var story = try story()
    let remind = RemindOfHandoffs(reachable: ["a"])
    try story.perform(OfferHandoff(brief: "brief"), by: "a", mayEdit: false)
    // By the minute: who is reminded, and whether anything reaches them.
    let expected = [
      "09:14": [], "09:15": ["a handoff true"], "09:16": [], "09:30": ["l handoff_next_level false"], "10:00": [],
    ]
    for (time, reminded) in expected.sorted(by: { $0.key < $1.key }) {
      story.now = try instant("2026-01-12T\(time):00Z")
      let events = try story.perform(remind, by: "serve")
      let reminders = events.compactMap { $0.decoded(HandoffReminded.self) }
      #expect(reminders.map { "\($0.person) \($0.deadline) \($0.isReached)" } == reminded, "\(time)")
      if let event = events.last, time == "09:30" {
        #expect(RotaFold.text(of: event)?.hasPrefix("l is reminded: b has not accepted primary from a; no way") == true)
      }
    }
    #expect(story.record.openHandoffs.first?.remindersAhead == [])
  }

  @Test func ofTwoHandoversOfOneMinuteEachHasItsReminder() throws {
    var story = try story()
    try story.perform(OfferHandoff(brief: "brief"), by: "a")
    try story.perform(OfferHandoff(.commander, to: "c", brief: "brief"), by: "l")
    story.now = try instant("2026-01-12T09:10:00Z")
    try story.perform(AcceptHandoff(), by: "b")
    story.now = try instant("2026-01-12T09:20:00Z")
    let events = try story.perform(RemindOfHandoffs(reachable: []), by: "serve")
    #expect(events.compactMap { $0.decoded(HandoffReminded.self) }.map(\.person) == ["l"])
  }

  @Test func withoutAnOfferItNeedsAReason() throws {
    var story = try story(at: "2026-01-12T09:05:00Z")
    #expect(throws: RotaRefusal.noOffer(.primary)) { try story.perform(AcceptHandoff(), by: "b") }
    #expect(throws: RotaRefusal.noOffer(.primary)) { try story.perform(AcceptHandoff(reason: "  "), by: "b") }
    let events = try story.perform(AcceptHandoff(reason: "a cannot be reached"), by: "b")
    let accepted = try #require(events.compactMap { $0.decoded(HandoffAccepted.self) }.first)
    #expect(accepted.from == "a" && accepted.to == "b" && accepted.target == nil)
  }

  @Test func takenBackOrDeclinedItsPromisesAreVoid() throws {
    for person in ["a", "b"] {
      var story = try story()
      try story.perform(OfferHandoff(brief: "brief"), by: "a")
      #expect(throws: RotaRefusal.offeredAlready(to: "b")) { try story.perform(OfferHandoff(brief: "again"), by: "a") }
      #expect(throws: RotaRefusal.noOffer(.primary)) { try story.perform(WithdrawHandoff(), by: "c") }
      try story.perform(WithdrawHandoff(reason: "not yet"), by: person)
      #expect(story.record.openHandoffs.isEmpty && story.record.deadlines.allSatisfy { !$0.isOpen && $0.metAt == nil })
      #expect(throws: RotaRefusal.noOffer(.primary)) { try story.perform(AcceptHandoff(), by: "b") }
    }
  }

  @Test func theBriefIsOneScreenAndLeavesOutWhatIsEmpty() throws {
    let brief = HandoffBrief(
      role: .primary, from: "a", to: "b", handoffAt: try instant("2026-01-12T09:00:00Z"),
      parts: [
        .init("Open incidents", (1...7).map { "#\($0) something" }), .init("Silences", []),
        .init("Decisions", ["#1 roll back"]),
      ], note: "the cache is cold")
    #expect(brief.lines.first == "primary: a to b, 2026-01-12 09:00 UTC")
    #expect(brief.lines.contains("  and 2 more") && !brief.text.contains("Silences"))
    #expect(brief.lines.count == 11)
    let empty = HandoffBrief(role: .primary, from: "a", to: nil, handoffAt: brief.handoffAt, parts: [])
    #expect(empty.lines.last == "Nothing is open: no incident, no run, no promise.")
  }
}
