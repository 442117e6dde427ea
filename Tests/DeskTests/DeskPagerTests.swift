import Commands
import EventLog
import Incidents
import Ledger
import OnCall
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskPagerTests {
  private func store(trigger: Bool = false) throws -> DeskStore {
    try DeskStore(
      configuration: DeskConfiguration(
        services: [
          "checkout": Service(name: "checkout", tier: 1, pager: .external, externalPager: "pd"),
          "search": Service(name: "search", tier: 2, pager: .sitrep),
        ],
        rota: Rota(people: [Person(name: "mira", fullName: "Mira Okafor", email: "mira@example.org")], rotations: []),
        // Whatever is paged here would be a mistake.
        postPage: { _, _, _ in
          Issue.record("a page was posted")
          return true
        },
        pagers: [ExternalPager(name: "pd", kind: .pagerduty, channel: "pd-events", isTriggered: trigger)],
        host: "bastion", store: "personal"))
  }

  private static let group = "{}:{alertname=\"HighErrorRate\"}"
  private static let key = Chain.digest(of: Array(group.utf8))

  private func report(
    _ kind: PagerReport.Kind, _ id: String = "e1", key: String = key,
    person: PagerReport.Person? = .init(name: "Mira Okafor"),
    at: String = "10:00"
  ) -> PagerReport {
    PagerReport(pager: "pd", eventID: id, kind: kind, person: person, key: key, remote: "P1", at: .at(at))
  }

  private func letters(_ store: DeskStore) throws -> [OutboxLetter] {
    try store.ledger.read { try $0.letters(Set(OutboxState.allCases), limit: 100) }.reversed()
  }

  @Test func noPageFromUsAndTheRowSaysWhoseItIs() async throws {
    let store = try store()
    _ = try await store.receive(.sample())
    for time in ["10:00", "10:15", "10:30", "11:30"] {
      store.move(to: time)
      _ = try await store.desk.performDue(by: .serve)
    }
    #expect(try letters(store).isEmpty)
    let row = try #require(try store.desk.board().rows.first)
    #expect(row.pager == PagerRow(name: "pd") && row.status == .triggered)
    let texts = try store.desk.detail(row.id).timeline.map(\.text)
    #expect(texts.contains("Nobody is paged from here: pd wakes people for checkout"), "\(texts)")
  }

  @Test func itsAcknowledgeIsFollowedOnceAndNotToldBack() async throws {
    let store = try store()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    #expect(try await store.desk.receive(report(.acknowledged)) == .recorded)
    let detail = try store.desk.detail(incident)
    #expect(detail.row.status == .acknowledged && detail.row.acknowledgedBy == "mira")
    #expect(detail.row.pager == PagerRow(name: "pd", word: "acknowledged by mira", at: .at("10:00")))
    let entry = try #require(detail.timeline.first { $0.kind == IncidentAcknowledged.kind })
    #expect(entry.person == "mira" && entry.assurance == .asserted)
    let position = try store.ledger.position
    store.advance(.minutes(1))
    #expect(try await store.desk.receive(report(.acknowledged)) == .repeated)
    #expect(try store.ledger.position == position && letters(store).isEmpty)
  }

  @Test func whatHappensHereIsToldThereInTheSameWrite() async throws {
    let store = try store()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    try await store.perform(Acknowledge(), on: incident)
    try await store.perform(Resolve(), on: incident)
    let told = try letters(store)
    #expect(told.map(\.letter.content.action) == [.acknowledge, .resolve])
    #expect(told.allSatisfy { $0.letter.content.subject == Self.key && $0.letter.channel == "pd-events" })
    // A refused command tells nobody anything.
    await #expect(throws: Trouble.self) { try await store.perform(Resolve(), on: incident) }
    #expect(try letters(store).count == 2)
  }

  @Test func whereItLearnsOfIncidentsFromHereItIsTriggered() async throws {
    let store = try store(trigger: true)
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    #expect(try letters(store).map(\.letter.content.action) == [.trigger])
    let subject = try #require(try letters(store).first?.letter.content.subject)
    #expect(subject == "sitrep/\(incident.key)")
    // It answers by our key.
    #expect(try await store.desk.receive(report(.acknowledged, key: subject)) == .recorded)
    #expect(try letters(store).count == 1)
    try await store.declare("Search is slow", service: "search")
    #expect(try letters(store).count == 1)
  }

  @Test func aTriggerThatDidNotArriveIsTakenBackOnceSomebodyHasIt() async throws {
    let store = try store(trigger: true)
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    _ = try await store.desk.performDue(by: .serve)
    #expect(try letters(store).map(\.state) == [.waiting])
    store.advance(.minutes(1))
    try await store.perform(Acknowledge(), on: incident)
    _ = try await store.desk.performDue(by: .serve)
    #expect(try letters(store).map(\.state) == [.withdrawn, .waiting])
    #expect(try store.desk.board().header.warnings.contains { $0.hasPrefix("NOT TOLD") } == false)
    // It is over, and fires again: whoever had it may sleep.
    store.advance(.minutes(1))
    try await store.perform(Resolve(), on: incident)
    store.advance(.minutes(1))
    _ = try await store.receive(.sample(fingerprint: "b2", startsAt: .at("10:02:30")))
    _ = try await store.desk.performDue(by: .serve)
    #expect(try letters(store).map(\.letter.content.action) == [.trigger, .acknowledge, .resolve, .trigger])
    #expect(try letters(store).last?.state == .waiting)
  }

  @Test func peopleAreKnownByMailAndByName() async throws {
    let store = try store()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    var told = report(.escalated, person: nil)
    told.assignees = [.init(name: "M. O.", email: "MIRA@example.org"), .init(name: "Jon Doe")]
    #expect(try await store.desk.receive(told) == .recorded)
    #expect(try store.desk.detail(incident).row.pager?.word == "escalated to mira, Jon Doe")
    // Opsgenie names people by their mail address.
    #expect(
      try await store.desk.receive(report(.acknowledged, "e2", person: .init(name: "mira@example.org"))) == .recorded)
    #expect(try store.desk.detail(incident).row.acknowledgedBy == "mira")
  }

  @Test func whatNoIncidentGoesByChangesNothing() async throws {
    let store = try store()
    _ = try await store.receive(.sample())
    let position = try store.ledger.position
    #expect(try await store.desk.receive(report(.resolved, key: "another")) == .unmatched)
    var stranger = report(.resolved)
    stranger.pager = "nobody"
    #expect(try await store.desk.receive(stranger) == .unmatched)
    #expect(try store.ledger.position == position)
  }

  @Test func whatItWasNotToldIsSaidOnEveryScreen() async throws {
    let store = try store()
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    try await store.perform(Acknowledge(), on: incident)
    // "search" has Sitrep as its pager: what nothing watches is said once.
    #expect(try store.desk.board().header.warnings == ["NO PAGING: nothing watches, start `sitrep serve`"])
    try await store.ledger.write { transaction in
      let holder = Lease.Holder(node: transaction.node, host: "bastion", process: 1, role: "serve")
      guard let lease = try transaction.takeLease(Lease.watch, for: .seconds(60), holder: holder),
        case .claimed(let letter) = try transaction.claim(1, under: lease, for: .seconds(60))
      else { throw LedgerTrouble(.invalid, "no letter") }
      _ = try transaction.settle(letter, .failed(reason: "The receiver answered 400."))
    }
    #expect(try store.desk.board().header.warnings == ["NOT TOLD pd about #1: The receiver answered 400."])
    #expect(try !store.desk.board().header.wakesNobody)
    _ = try await store.ledger.write { try $0.replayLetter(1, actor: .lea) }
    #expect(try store.desk.board().header.warnings.isEmpty)
  }

  @Test func anIncidentOfAnotherServiceIsNotThisPagers() async throws {
    let store = try store()
    _ = try await store.receive(.sample(service: "search"))
    #expect(try await store.desk.receive(report(.resolved)) == .unmatched)
    #expect(try store.desk.board().rows.first?.pager == nil)
  }
}
