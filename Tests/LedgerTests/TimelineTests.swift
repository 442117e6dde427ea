import EventLog
import Testing

@testable import Ledger

@Suite struct TimelineTests {
  private func correct(
    _ id: EventID, name: String? = nil, happenedAt: Instant? = nil, precision: Precision? = nil
  ) -> Draft {
    Draft(
      EventCorrected(
        fields: name.map { ["name": .string($0), "kind": .string("x")] }, happenedAt: happenedAt,
        precision: precision, reason: "slip"), stream: .one, incident: .one, happenedAt: Instant(milliseconds: 0),
      supersedes: id)
  }

  @Test func aCorrectionCountsAtItsOriginalsPlaceAndTheLastOfATreeWins() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let events = try ledger.add(.named("a", at: 10), .named("b", at: 20), .named("c", at: 30))
    let first = try ledger.add(correct(events[1].id, name: "b2"))[0]
    var entries = try ledger.read { try $0.timeline(incident: .one) }
    #expect(entries.map(\.text) == ["a", "b2", "c"])
    #expect(entries[1].correctedBy == first.id)
    #expect(entries[1].id == events[1].id)
    let second = try ledger.add(
      correct(first.id, name: "b3", happenedAt: Instant(milliseconds: 40), precision: .minute))[0]
    entries = try ledger.read { try $0.timeline(incident: .one) }
    #expect(entries.map(\.text) == ["a", "c", "b3"])
    #expect(entries[2].correctedBy == second.id)
    #expect(entries[2].precision == .minute)
    #expect(try ledger.read { try $0.timeline(incident: .one, order: .stamp).map(\.text) } == ["a", "b3", "c"])
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.trail } == ["a", "b3", "c"])
    #expect(try ledger.read { try $0.search("b2").isEmpty })
    #expect(try ledger.read { try $0.search("b3").map(\.id) } == [events[1].id])
  }

  @Test func whoeverActedIsKnownAndMachinesAreNot() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    var drafts = [Draft.named("a", at: 10), .named("b", at: 20), .named("c", at: 30)]
    drafts[0].actor = Actor(person: "mira", login: "manders", via: "tty", assurance: .verified)
    drafts[1].actor = Actor(person: "mira", login: "manders", host: "b2", via: "tty", assurance: .verified)
    drafts[2].actor = Actor(person: "prometheus", via: "serve", assurance: .machine)
    for draft in drafts { _ = try ledger.add(draft) }
    let people = try ledger.read { try $0.people() }
    #expect(people.filter { $0.person == "mira" }.map(\.login) == ["manders"])
    #expect(!people.contains { $0.person == "prometheus" })
  }

  @Test func aRetractionHidesAndCanBeAskedFor() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let events = try ledger.add(.named("a", at: 10), .named("b", at: 20))
    try ledger.add(correct(events[0].id))
    #expect(try ledger.read { try $0.timeline(incident: .one).map(\.text) } == ["b"])
    let all = try ledger.read { try $0.timeline(incident: .one, includesRetracted: true) }
    #expect(all.map(\.isRetracted) == [true, false])
    #expect(all[0].text == "a")
    #expect(try ledger.read { try $0.countTimeline(incident: .one) } == 1)
    #expect(try ledger.read { try $0.search("a").isEmpty })
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.trail } == ["b"])
    #expect(try ledger.read { try $0.list(ListQuery("tally_name")).map { $0["name"] } } == [.text("b")])
    try ledger.add(correct(events[0].id, name: "again"))
    #expect(try ledger.read { try $0.timeline(incident: .one).map(\.text) } == ["again", "b"])
  }

  @Test func asKnownThenKnowsNoLaterRecordOrCorrection() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let events = try ledger.add(.named("a", at: 10), .named("b", at: 20))
    let then = store.now
    store.advance(.minutes(1))
    try ledger.add(.named("recorded later", at: 5))
    try ledger.add(correct(events[0].id, name: "a2", happenedAt: Instant(milliseconds: 99)))
    let middle = store.now
    store.advance(.minutes(1))
    try ledger.add(correct(events[1].id))
    func texts(_ at: Instant?) throws -> [String] {
      try ledger.read { try $0.timeline(incident: .one, asKnownAt: at).map(\.text) }
    }
    #expect(try texts(nil) == ["recorded later", "a2"])
    #expect(try texts(then) == ["a", "b"])
    #expect(try texts(middle) == ["recorded later", "b", "a2"])
    #expect(try texts(then - .milliseconds(1)) == [])
  }

  @Test(arguments: [false, true], [TimelineOrder.happened, .stamp])
  func pagesPutTogetherAreTheWhole(newestFirst: Bool, order: TimelineOrder) throws {
    let ledger = try TemporaryStore().open()
    for number in 0..<25 { try ledger.add(.named("n\(number)", at: Int64((number * 7) % 5))) }
    let whole = try ledger.read { try $0.timeline(incident: .one, order: order, newestFirst: newestFirst) }
    #expect(whole.count == 25)
    var paged: [Entry] = []
    while true {
      let page = try ledger.read { reading in
        try reading.timeline(
          incident: .one, order: order, newestFirst: newestFirst, after: paged.last?.cursor, limit: 4)
      }
      paged += page
      if page.count < 4 { break }
    }
    #expect(paged == whole)
    #expect(
      try ledger.read { try $0.timeline(incident: .one, newest: 3) }
        == ledger.read { try $0.timeline(incident: .one).suffix(3) })
  }

  @Test func anEntryCarriesWhatTheEventSays() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    var draft = Draft.named("x", at: 60_000)
    draft.precision = .approximate
    draft.zone = "Europe/Rome"
    draft.endedAt = Instant(milliseconds: 120_000)
    draft.evidence = ["https://example.org/graph"]
    draft.drill = true
    draft.actor = machine
    draft.cause = EventID(node: "zz", sequence: 9)
    draft.occasion = "incident:one|update|5"
    let event = try ledger.add(draft)[0]
    let entry = try #require(try ledger.read { try $0.timeline(incident: .one) }.first)
    #expect(entry.id == event.id && entry.position == 1 && entry.kind == Named.kind)
    #expect(entry.actor == machine && entry.assurance == .machine)
    #expect(entry.precision == .approximate && entry.zone == "Europe/Rome" && entry.drill)
    #expect(entry.endedAt == draft.endedAt && entry.evidence == draft.evidence)
    #expect(entry.stream == .one && entry.incident == .one && entry.recordedAt == store.now)
    #expect(entry.label == Named.kind)
    #expect(try ledger.read { try $0.event(event.id)?.event } == event)
    #expect(try ledger.read { try $0.occasionExists("incident:one|update|5") })
    #expect(try ledger.read { try !$0.occasionExists("incident:one|update|6") })
    #expect(try ledger.verify().isSound)
  }
}
