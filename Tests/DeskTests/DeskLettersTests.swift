import Commands
import EventLog
import Incidents
import Ledger
import OnCall
import TestSupport
import Testing

@testable import Desk

/// Pages as letters, and what became of them on the incident's own record.
@Suite struct DeskLettersTests {
  private struct Broken: Error {}

  private static let way = PageWay(channel: "phones", recipient: "", isRepeatable: false)

  /// - Parameter ways: by the short names of people; nil where every attempt to post fails.
  private func store(_ ways: [String: [PageWay]]?) throws -> DeskStore {
    let zone = try #require(Zone("UTC"))
    let primary = Rotation(
      name: "primary", role: .primary, zone: zone, start: CivilTime(year: 2026, month: 11, day: 16, hour: 9),
      handoff: Handoff(weekday: 1, hour: 9, minute: 0), members: ["mira", "tom"])
    return try DeskStore(
      configuration: DeskConfiguration(
        services: ["checkout": Service(name: "checkout", tier: 1, pager: .sitrep)],
        rota: Rota(people: [], rotations: [primary]),
        postPage: { page, event, transaction in
          guard let ways else { throw Broken() }
          let known = ways[page.person] ?? []
          for way in known { try transaction.post(Letter(page, by: way, event: event)) }
          return !known.isEmpty
        }, host: "bastion", store: "personal"))
  }

  private func letters(_ store: DeskStore) throws -> [OutboxLetter] {
    try store.ledger.read { try $0.letters(Set(OutboxState.allCases), limit: 100) }
  }

  private func incident(_ store: DeskStore, _ id: StreamID) throws -> Incident {
    try #require(try store.ledger.read { try $0.state(IncidentFold.self, id) })
  }

  @Test func aPageThatIsDueWaitsInTheOutboxWithItsEvent() async throws {
    let store = try store(["mira": [Self.way]])
    _ = try await store.receive(.sample())
    _ = try await store.desk.performDue(by: .serve)
    let letter = try #require(try letters(store).first)
    let id = try #require(letter.letter.incident)
    let page = try #require(try incident(store, id).pages.first)
    #expect(try letters(store).count == 1 && letter.state == .waiting)
    #expect(letter.letter.key == page.key + "/phones" && letter.letter.channel == "phones")
    let event = try #require(letter.letter.event)
    #expect(try store.ledger.read { try $0.event(event) }?.event.kind == PageIntended.kind)
    #expect(page.result == .intended)
    _ = try await store.desk.performDue(by: .serve)
    #expect(try letters(store).count == 1)
  }

  @Test func aPageThatCannotBePostedIsNotOnRecordEither() async throws {
    let store = try store(nil)
    _ = try await store.receive(.sample())
    let position = try store.ledger.position
    await #expect(throws: Trouble.self) { try await store.desk.performDue(by: .serve) }
    #expect(try store.ledger.position == position && letters(store).isEmpty)
  }

  @Test func whomNoWayLeadsToIsSaidNotToHaveBeenWoken() async throws {
    let store = try store([:])
    let id = try #require(try await store.receive(.sample()).incidents.first)
    _ = try await store.desk.performDue(by: .serve)
    let page = try #require(try incident(store, id).pages.first)
    #expect(page.person == "mira" && page.result == .failed && page.failure == "no way leads to mira")
    #expect(
      try store.desk.detail(id).timeline.map(\.text)
        .contains("Page to mira by any channel failed: no way leads to mira"))
    #expect(try letters(store).isEmpty)
  }

  @Test func whomAPersonPagesGetsALetterToo() async throws {
    let store = try store(["tom": [Self.way]])
    let id = try await store.declare()
    try await store.perform(PagePeople(["tom", "zoe"]), on: id)
    #expect(try letters(store).map { $0.letter.content.details["person"] } == ["tom"])
    let pages = try incident(store, id).pages
    #expect(pages.map(\.person) == ["tom", "zoe"] && pages.map(\.result) == [.intended, .failed])
  }

  @Test(
    "How an attempt ended is how far the page is known to have come",
    arguments: [
      (.delivered(receipt: "202"), .delivered, .sent, "Page to mira went out by phones: 202"),
      (.failed(reason: "The receiver answered 404."), .failed, .failed, "Page to mira by phones failed: "),
      (
        .again(at: .at("10:01"), reason: "The receiver answered 503."), .waiting, .failed,
        "Page to mira by phones did not get through, trying again: "
      ),
      (
        .unknown(again: nil, reason: "No answer."), .unknown, .unknown,
        "Whether the page to mira went out by phones is not known: No answer."
      ),
    ] as [(LetterEnd, OutboxState, PageRecord.Result, String)])
  func recorded(_ end: LetterEnd, _ state: OutboxState, _ result: PageRecord.Result, _ words: String) async throws {
    let store = try store(["mira": [Self.way]])
    let id = try #require(try await store.receive(.sample()).incidents.first)
    _ = try await store.desk.performDue(by: .serve)
    let waiting = try #require(try letters(store).first)
    let (ledger, desk) = (store.ledger, store.desk)
    let holder = Lease.Holder(node: ledger.node, host: "bastion", process: 1, role: "serve")
    let letter = try await ledger.write { transaction -> OutboxLetter? in
      let lease = try #require(try transaction.takeLease(Lease.watch, for: .seconds(60), holder: holder))
      guard case .claimed(let claimed) = try transaction.claim(waiting.id, under: lease, for: .seconds(60)),
        let letter = try transaction.settle(claimed, end)
      else { return nil }
      try desk.record(letter, end, by: .serve, in: transaction)
      return letter
    }
    let settled = try #require(letter)
    #expect(settled.state == state)
    #expect(try incident(store, id).pages.map(\.result) == [result])
    #expect(try store.desk.detail(id).timeline.contains { $0.text.hasPrefix(words) })
    // Told again, it changes nothing.
    let position = try ledger.position
    try await ledger.write { try desk.record(settled, end, by: .serve, in: $0) }
    #expect(try ledger.position == position)
  }

  @Test func whatWaitsIsNotSentOnceSomebodyHasIt() async throws {
    let store = try store(["mira": [Self.way], "tom": [Self.way]])
    let id = try #require(try await store.receive(.sample()).incidents.first)
    _ = try await store.desk.performDue(by: .serve)
    try await store.perform(PagePeople(["tom"]), on: id)
    _ = try await store.desk.performDue(by: .serve)
    #expect(try letters(store).map(\.state) == [.waiting, .waiting])
    try await store.perform(Acknowledge(), on: id, by: .tom)
    _ = try await store.desk.performDue(by: .serve)
    // Whom a person asked for is paged all the same.
    #expect(try letters(store).map(\.state) == [.waiting, .withdrawn])
    #expect(
      try store.desk.detail(id).timeline.map(\.text)
        .contains("Page to mira by phones withdrawn: nobody had to be woken any more"))
  }

  @Test func theHeaderSaysWhereNobodyIsWoken() async throws {
    let store = try store(["mira": [Self.way]])
    let id = try #require(try await store.receive(.sample()).incidents.first)
    #expect(try store.desk.board().header.wakesNobody == false)
    #expect(try store.desk.board().header.warnings == ["NO PAGING: nothing watches, start `sitrep serve`"])
    let holder = Lease.Holder(node: "n", host: "bastion", process: 1, role: "serve")
    _ = try await store.ledger.write { try $0.takeLease(Lease.watch, for: .seconds(60), holder: holder) }
    _ = try await store.desk.performDue(by: .serve)
    #expect(try store.desk.board().header.warnings.isEmpty)
    let letter = try #require(try letters(store).first)
    let desk = store.desk
    try await store.ledger.write {
      try desk.record(letter, .failed(reason: "The receiver answered 404."), by: .serve, in: $0)
    }
    #expect(
      try desk.board().header.warnings == [
        "NO PAGE to mira about #1: The receiver answered 404; oncall.yaml has no number of mira"
      ])
    try await store.ledger.write { try desk.record(letter, .delivered(receipt: "ok"), by: .serve, in: $0) }
    #expect(try desk.board().header.warnings.isEmpty)
    store.advance(.minutes(5))
    #expect(
      try desk.board().header.warnings == ["NO PAGING: nothing watches since 4m, start `sitrep serve`"])
    try await store.perform(Acknowledge(), on: id)
    #expect(try desk.board().header.warnings.count == 1)
  }

  @Test func lettersThatAreNoPageChangeNothing() async throws {
    let store = try store([:])
    let id = try await store.declare()
    let content = LetterContent(title: "t", text: "t", subject: "s")
    _ = try await store.ledger.write {
      try $0.post(Letter(key: "k", channel: "phones", content: content, incident: id))
    }
    let letter = try #require(try letters(store).first)
    let (desk, position) = (store.desk, try store.ledger.position)
    try await store.ledger.write { try desk.record(letter, .delivered(receipt: ""), by: .serve, in: $0) }
    #expect(try store.ledger.position == position)
  }
}
