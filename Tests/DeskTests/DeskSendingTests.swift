import Commands
import Comms
import EventLog
import Incidents
import Ledger
import Review
import TestSupport
import Testing

@testable import Desk

/// A message that leaves by letters, and what became of them on the incident's own record.
@Suite struct DeskSendingTests {
  private func store() throws -> DeskStore {
    var configuration = DeskConfiguration.sample
    configuration.messageWays = [
      .team: [
        MessageWay(channel: "chat", form: .chat), MessageWay(channel: "mail", form: .mail, recipient: "ops@x.org"),
      ]
    ]
    configuration.comms.templates = [.management: "ours: {{sentence}}"]
    return try DeskStore(configuration: configuration)
  }

  private func letters(_ store: DeskStore) throws -> [OutboxLetter] {
    try store.ledger.read { try $0.letters(Set(OutboxState.allCases), limit: 100) }.sorted { $0.id < $1.id }
  }

  private func send(_ store: DeskStore, _ incident: StreamID) async throws -> Outcome {
    let request = DraftRequest(.team, given: ["impact": "Cards fail"], sentence: "All red.")
    let opened = try store.desk.openDraft(request, on: incident, by: .lea)
    let send = try #require(opened.page.sending(opened.draft, at: store.now))
    return try await store.perform(send, on: incident)
  }

  private func end(_ store: DeskStore, _ id: Int64, _ end: LetterEnd) async throws {
    let (ledger, desk) = (store.ledger, store.desk)
    let holder = Lease.Holder(node: ledger.node, host: "bastion", process: 1, role: "serve")
    try await ledger.write { transaction in
      let known = try transaction.lease(Lease.watch)
      let taken = try known ?? transaction.takeLease(Lease.watch, for: .seconds(600), holder: holder)
      guard case .claimed(let claimed) = try transaction.claim(id, under: try #require(taken), for: .seconds(600)),
        let letter = try transaction.settle(claimed, end)
      else { return }
      try desk.record(letter, end, by: .serve, in: transaction)
    }
  }

  @Test func theLettersStandBesideTheEventThatSaysItWasSent() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    let outcome = try await send(store, incident)
    let written = try letters(store)
    #expect(written.map(\.letter.channel) == ["chat", "mail"] && written.allSatisfy { $0.state == .waiting })
    #expect(written.map(\.letter.event) == [outcome.events.first, outcome.events.first])
    #expect(written[1].letter.recipient == "ops@x.org" && written[0].letter.incident == incident)
    #expect(Set(written.map(\.letter.key)).count == 2)
    #expect(outcome.sentence.hasPrefix("#1 To the team by chat, mail: "))
    #expect(try store.desk.commsDue(of: incident)[0].drafting == [])
  }

  @Test func whatIsRefusedPostsNothing() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    let opened = try store.desk.openDraft(DraftRequest(.team), on: incident, by: .lea)
    var send = try #require(opened.page.sending(opened.draft, at: store.now))
    send.text = "{{impact}}"
    let (wrong, id) = (send, incident)
    await #expect(throws: Trouble.self) { try await store.perform(wrong, on: id) }
    #expect(try letters(store).isEmpty)
  }

  @Test func whatBecameOfEachIsOnTheTimelineAndOnTheClock() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    store.advance(.minutes(5))
    _ = try await send(store, incident)
    let ids = try letters(store).map(\.id)
    try await end(store, ids[0], .failed(reason: "The receiver answered 404."))
    func due() throws -> Instant? { try store.desk.commsDue(of: incident)[0].clocks.first?.deadline?.dueAt }
    #expect(try due() == .at("10:35"))
    try await end(store, ids[1], .failed(reason: "No such mailbox."))
    #expect(try due() == .at("10:15"))
    let row = try store.desk.commsDue(of: incident)[0].listeners[0]
    #expect(row.told == nil && row.sending?.ways.map(\.result) == [.failed, .failed])
    store.advance(.minutes(15))
    try await store.perform(SendMessage("by phone", to: .team, by: "phone"), on: incident)
    let post = try store.desk.postMortem(of: incident)
    #expect(post.promises.filter { $0.kind == Clocks.update }.map(\.isKept).first == false)
    #expect(post.messages.contains { $0.text.contains("by mail failed, nobody read it there") })
    let texts = try store.desk.detail(incident).timeline.map(\.text)
    #expect(texts.contains("Message to the team by mail failed, nobody read it there: No such mailbox."))
  }

  @Test func theNextOneIsComparedWithTheLastThatReachedSomebody() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    func last() throws -> String? {
      try store.desk.openDraft(DraftRequest(.team), on: incident, by: .lea).draft.last?.text
    }
    for (heard, phoned) in [(nil, false), ("by phone", true)] {
      if phoned { try await store.perform(SendMessage("by phone", to: .team, by: "phone"), on: incident) }
      store.advance(.minutes(1))
      _ = try await send(store, incident)
      for letter in try letters(store).suffix(2) {
        let sent = try last()
        #expect(sent?.contains("All red.") == true)
        try await end(store, letter.id, .failed(reason: "The receiver answered 404."))
      }
      let known = try last()
      #expect(known == heard)
      store.advance(.minutes(1))
    }
  }

  @Test func ownTemplatesStandInForThoseThatShip() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    let request = DraftRequest(.management, sentence: "All red.")
    #expect(try store.desk.openDraft(request, on: incident, by: .lea).draft.text == "ours: All red.")
    let said = DraftRequest(.team, text: "Short.\nThis line is long enough to say it all.")
    let whole = try store.desk.openDraft(said, on: incident, by: .lea).draft
    #expect(whole.text == said.text && whole.sentence == "This line is long enough to say it all.")
  }

  @Test func aPageKnowsWhoIsToldByHand() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    let page = try store.desk.draftPage(of: incident, for: .lea)
    #expect(page.audiences == [.team, .everyone, .customers, .management, .vip])
    #expect(page.byHand(.team) == ["slack"] && page.byHand(.vip) == ["phone"])
    let draft = try page.draft(for: .vip, at: store.now)
    #expect(page.sending(draft, at: store.now) == nil)
  }
}
