import EventLog
import TestSupport
import Testing

@Suite("Fold descriptions")
struct FoldDescriptionTests {
  private let description = FoldDescription(ToyFold.self)

  @Test("name what the ledger needs")
  func names() {
    #expect(description.streamKind == "toy" && description.version == 3)
    #expect(description.tables == ToyFold.tables)
    #expect(description.payloads.map { $0.kind } == ["toy.said", "toy.marked"])
    var writer = EventWriter()
    let event = writer.event(ToyFold.Said(text: "red", loud: true), on: StreamID("toy", "one"), at: .at("10:00"))
    #expect(description.text(event) == "red")
  }

  @Test("come to the same, event by event and all at once", arguments: 1...30)
  func stepIsFold(seed: Int) throws {
    let history = ToyHistory(seed: UInt64(seed), count: 50)
    let events = history.events.filter { $0.kind != EventCorrected.kind && $0.kind != EventRedacted.kind }
      .filter { $0.payload != nil }.sorted { $0.stamp < $1.stamp }
    var state: String?
    var rows: [TableRow] = []
    for (index, event) in events.enumerated() {
      let step = try #require(description.step(history.stream, state, event))
      #expect(step.oldRows == rows)
      #expect(step.folded == description.fold(history.stream, Array(events[...index])))
      state = step.folded.state
      rows = step.folded.rows
    }
  }

  @Test("give up on a state that cannot be read, so that the stream is folded anew")
  func unreadable() {
    var writer = EventWriter()
    let event = writer.event(ToyFold.Said(text: "red", loud: true), on: StreamID("toy", "one"), at: .at("10:00"))
    for text in ["", "{}", "[]", "null"] {
      #expect(description.step(StreamID("toy", "one"), text, event) == nil)
    }
  }
}
