import EventLog
import Testing

@testable import OnCall

@Suite struct SwapTests {
  private func story() throws -> RotaStory {
    RotaStory(
      Rota(
        people: ["a", "b", "c"].map { Person(name: $0) }, rotations: [try weekly(in: "UTC", members: ["a", "b", "c"])]),
      at: try instant("2026-01-06T00:00:00Z"))
  }

  private func week(_ day: Int) throws -> ShiftSwap.Period {
    let start = try instant("2026-01-05T09:00:00Z") + .days(Int64(day))
    return ShiftSwap.Period(from: start, until: start + .days(7))
  }

  @Test func nothingChangesBeforeTheOtherAccepts() throws {
    var story = try story()
    let offer = try story.perform(
      OfferSwap(with: "c", given: try week(7), taken: try week(14)), by: "b", mayEdit: false)
    let id = try #require(offer.first { $0.kind == SwapOffered.kind }?.id)
    #expect(try story.primary(at: "2026-01-13T00:00:00Z") == "b")
    #expect(story.record.openSwaps(at: story.now).map(\.with) == ["c"])
    #expect(throws: RotaRefusal.self) { try story.perform(AcceptSwap(id), by: "a", mayEdit: false) }
    #expect(throws: RotaRefusal.self) { try story.perform(AcceptSwap(id), by: "c", isVerified: false, mayEdit: false) }
    try story.perform(AcceptSwap(id), by: "c", mayEdit: false)
    #expect(try story.primary(at: "2026-01-13T00:00:00Z") == "c")
    #expect(try story.primary(at: "2026-01-20T00:00:00Z") == "b")
    #expect(throws: RotaRefusal.answeredAlready("accepted")) { try story.perform(AcceptSwap(id), by: "c") }
    #expect(throws: RotaRefusal.answeredAlready("accepted")) { try story.perform(WithdrawSwap(id), by: "b") }
    #expect(story.record.openSwaps(at: story.now).isEmpty)
  }

  @Test func anOfferCanBeTakenBackOrDeclined() throws {
    for person in ["b", "c"] {
      var story = try story()
      let offer = try story.perform(OfferSwap(with: "c", given: try week(7)), by: "b")
      try story.perform(
        WithdrawSwap(try #require(offer.first { $0.kind == SwapOffered.kind }?.id)), by: person, mayEdit: false)
      #expect(story.record.swaps.map(\.state) == [.withdrawn])
      #expect(try story.primary(at: "2026-01-13T00:00:00Z") == "b")
    }
  }

  @Test func whatWasOfAShiftWhenItIsAcceptedStays() throws {
    var story = try story()
    let offer = try story.perform(OfferSwap(with: "c", given: try week(0)), by: "a")
    story.now = try instant("2026-01-09T00:00:00Z")
    try story.perform(AcceptSwap(try #require(offer.first { $0.kind == SwapOffered.kind }?.id)), by: "c")
    #expect(try story.primary(at: "2026-01-08T00:00:00Z") == "a")
    #expect(try story.primary(at: "2026-01-09T00:00:00Z") == "c")
  }

  @Test func nobodyGivesWhatIsNotTheirs() throws {
    var story = try story()
    #expect(throws: RotaRefusal.self) { try story.perform(OfferSwap(with: "c", given: try week(7)), by: "a") }
    #expect(throws: RotaRefusal.samePerson("b")) {
      try story.perform(OfferSwap(with: "b", given: try week(7)), by: "b")
    }
    #expect(throws: RotaRefusal.self) {
      try story.perform(OfferSwap(with: "c", given: try week(7), taken: try week(7)), by: "b")
    }
    #expect(throws: RotaRefusal.unknownPerson("zoe", known: ["a", "b", "c"])) {
      try story.perform(OfferSwap(with: "zoe", given: try week(7)), by: "b")
    }
    #expect(throws: RotaRefusal.noSuchOffer) { try story.perform(AcceptSwap(EventID(node: "q", sequence: 1)), by: "b") }
  }
}
