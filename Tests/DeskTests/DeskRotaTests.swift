import Commands
import EventLog
import Incidents
import Ledger
import OnCall
import TestSupport
import Testing

@testable import Desk

/// On call through the desk: what is decided is recorded, shown, and true afterwards.
@Suite struct DeskRotaTests {
  private static let monday = Instant.at("2026-11-23T09:00:00Z")

  private var configuration: DeskConfiguration {
    var configuration = DeskConfiguration.sample
    configuration.rota = Rehearsal.rota(at: .at("10:00"))
    return configuration
  }

  private func person(_ name: String, _ assurance: Assurance = .verified) -> Actor {
    Actor(person: name, login: name, uid: 1_000, host: "bastion", via: "tty", assurance: assurance)
  }

  private func perform(_ store: DeskStore, _ command: any RotaCommand, by name: String) async throws -> Outcome {
    try await store.desk.perform(.rota(command), by: person(name))
  }

  private func page(_ store: DeskStore, for name: String) throws -> OnCallPage {
    guard case .onCall(let page) = try store.desk.answer(.onCall, for: person(name)) else {
      throw Trouble(.refused, "another answer")
    }
    return page
  }

  @Test func aTakeoverIsRecordedShownAndToldToWhomItMoved() async throws {
    let store = try DeskStore(configuration: configuration)
    let holder = try #require(try store.desk.board().header.onCall?.primary)
    let taker = try #require(["mira", "jon", "ines", "tariq"].first { $0 != holder })
    #expect(try page(store, for: taker).shiftEndText == "Mon 23 Nov 09:00")
    let outcome = try await perform(store, TakeOver(), by: taker)
    #expect(outcome.sentence.hasPrefix("On call: \(taker) (primary) 2026-11-21 10:00 UTC to 2026-11-23 09:00 UTC"))
    #expect(outcome.sentence.contains("shown to") && outcome.sentence.contains(holder))
    #expect(try store.desk.board().header.onCall?.primary == taker)
    #expect(try store.desk.board(for: person(holder)).header.news.count == 1)
    #expect(try store.desk.board(for: person(taker)).header.news.isEmpty)
    let shown = try page(store, for: holder)
    #expect(shown.notices.first?.hasPrefix("you are no longer primary from Sat 21 Nov 10:00") == true)
    #expect(shown.shifts.contains { $0.byHand == "temporary" && $0.person == taker })
    _ = try await perform(store, SeeNotices(), by: holder)
    #expect(try store.desk.board(for: person(holder)).header.news.isEmpty)
    store.move(to: "2026-11-23T09:00:00Z")
    #expect(try store.desk.board().header.onCall?.primary == "ines")
  }

  @Test func whatNeedsARightIsRefusedWithoutIt() async throws {
    var configuration = configuration
    configuration.hasRight = { actor, right in right == "rota" && actor.person == "lea" }
    let store = try DeskStore(configuration: configuration)
    let override = OverrideDuty(.add, "jon", until: store.now + .days(1))
    for (actor, isFine) in [(person("lea"), true), (person("mira"), false), (person("jon", .asserted), false)] {
      do {
        _ = try await store.desk.perform(.rota(override), by: actor)
        #expect(isFine)
      } catch {
        #expect(!isFine && error.code == .notAllowed && error.exitCode == 77)
      }
    }
    do {
      _ = try await store.desk.perform(.rota(TakeOver()), by: person("mira", .asserted))
      Issue.record("an asserted name took over")
    } catch {
      #expect(error.code == .notAllowed)
    }
  }

  /// Before the receiver accepts, the work stays; afterwards it is theirs.
  @Test func theWorkMovesWhenTheHandoverIsAccepted() async throws {
    let store = try DeskStore(configuration: configuration)
    let from = try #require(try store.desk.board().header.onCall?.primary)
    let to = try #require(try store.desk.board().header.onCall?.nextPrimary)
    let mine = try await store.declare("Checkout fails", by: person(from))
    let other = try await store.declare("Search is slow", .sev3, service: "search", by: person("sam"))
    try await store.perform(Log("roll back to 411", entry: .decision), on: mine, by: person(from))
    let outcome = try await perform(store, OfferHandoff(note: "the cache is cold"), by: from)
    #expect(outcome.sentence.contains("\(from) hands over to \(to)"))
    let offer = try #require(try page(store, for: to).offerForUser)
    #expect(offer.isHandoff && offer.dueAt == Self.monday + .minutes(15) && offer.reminds == from)
    let brief = offer.brief.joined(separator: "\n")
    for words in [
      "the cache is cold", "#1 SEV2 acknowledged, \(from), Checkout fails", "#1 roll back to 411", "Promised",
    ] {
      #expect(brief.contains(words), "\(brief)")
    }
    #expect(try store.desk.board(for: person(to)).header.news.count == 1)
    store.move(to: "2026-11-23T09:16:00Z")
    #expect(try store.desk.board().header.onCall?.primary == to)
    #expect(try store.desk.detail(mine).row.commander == nil)
    #expect(try store.desk.board(for: person(from)).header.news == ["the handover to \(to) is not accepted"])
    store.advance(.minutes(15))
    let next = try #require(try page(store, for: to).offers.first?.reminds)
    #expect(next != from && next != to)
    let accepted = try await perform(store, AcceptHandoff(), by: to)
    #expect(accepted.sentence.contains("yours now: #1"))
    #expect(try store.desk.detail(mine).row.commander == to)
    #expect(try store.desk.detail(other).row.commander == nil)
    #expect(try page(store, for: to).offers.isEmpty)
  }

  @Test func whoeverHandedOverIsTold() async throws {
    var configuration = configuration
    let way = PageWay(channel: "phones", recipient: "", isRepeatable: true)
    configuration.pageChannels = Dictionary(
      uniqueKeysWithValues: ["mira", "jon", "ines", "tariq"].map { ($0, ["phones"]) })
    configuration.postReminder = { reminder, event, transaction in
      try transaction.post(Letter(reminder, by: way, event: event))
    }
    let store = try DeskStore(configuration: configuration)
    let from = try #require(try store.desk.board().header.onCall?.primary)
    let to = try #require(try store.desk.board().header.onCall?.nextPrimary)
    func letters() throws -> [OutboxLetter] {
      try store.ledger.read { try $0.letters(Set(OutboxState.allCases), limit: 10) }.sorted { $0.id < $1.id }
    }
    _ = try await perform(store, OfferHandoff(), by: from)
    #expect(try page(store, for: from).offers.first?.isReminded == false)
    #expect(try await store.desk.performDue(by: .serve) == Self.monday + .minutes(15))
    store.move(to: "2026-11-23T09:15:00Z")
    #expect(try await store.desk.performDue(by: .serve) == Self.monday + .minutes(30))
    _ = try await store.desk.performDue(by: .serve)
    let reminder = try #require(try letters().first)
    #expect(try letters().count == 1 && reminder.letter.content.urgency == .info)
    #expect(reminder.letter.content.text.contains("\(from): What is open stays with you until \(to) accepts"))
    #expect(try page(store, for: from).offers.first?.isReminded == true)
    // The next in line hears of it, too; what still waits once it is accepted is not sent.
    store.move(to: "2026-11-23T09:30:00Z")
    _ = try await store.desk.performDue(by: .serve)
    #expect(try letters().count == 2)
    _ = try await perform(store, AcceptHandoff(), by: to)
    #expect(try await store.desk.performDue(by: .serve) == nil)
    #expect(try letters().map(\.state) == [.withdrawn, .withdrawn])
  }

  @Test func whomNothingReachesWasNotWrittenTo() async throws {
    var configuration = configuration
    configuration.postReminder = { _, _, _ in }
    let store = try DeskStore(configuration: configuration)
    let from = try #require(try store.desk.board().header.onCall?.primary)
    _ = try await perform(store, OfferHandoff(), by: from)
    store.move(to: "2026-11-23T09:16:00Z")
    _ = try await store.desk.performDue(by: .serve)
    let offer = try #require(try page(store, for: from).offers.first)
    #expect(offer.reminds == from && !offer.isReminded)
  }

  @Test func theBriefHoldsWhatIsOutAndWhatWasRuledOut() async throws {
    let store = try DeskStore(configuration: configuration)
    let from = try #require(try store.desk.board().header.onCall?.primary)
    let lea = person("lea")
    let incident = try await store.declare("Checkout fails", by: person(from))
    try await store.perform(Delegate("check replica lag", to: "jon", within: .minutes(10)), on: incident, by: lea)
    try await store.perform(Delegate("tell support", to: "sam"), on: incident, by: lea)
    try await store.perform(AddHypothesis("the cache is full"), on: incident, by: lea)
    try await store.perform(AddHypothesis("a slow query"), on: incident, by: lea)
    try await store.perform(ProposeDecision("roll back to 411", within: .minutes(3)), on: incident, by: lea)
    var detail = try store.desk.detail(incident)
    try await store.perform(UnderstandTask(detail.tasks[1].id), on: incident, by: person("sam"))
    try await store.perform(
      SettleHypothesis(detail.hypotheses[0].id, isConfirmed: false, evidence: "40 % used"), on: incident, by: lea)
    try await store.perform(Object(to: detail.decisions[0].id, "bookings are lost"), on: incident, by: person("jon"))
    try await store.perform(Snooze(.hours(2), reason: "vendor"), on: incident, by: person(from))
    detail = try store.desk.detail(incident)
    let parts = try store.desk.handoffBrief(role: .primary, by: person(from)).parts
    func lines(_ title: String) -> [String] { parts.first { $0.title == title }?.lines ?? [] }
    #expect(
      lines("Tasks that are out") == [
        "#1 jon: check replica lag, back by 2026-11-21 10:10 UTC, not yet understood", "#1 sam: tell support",
      ])
    #expect(lines("Not decided yet") == ["#1 roll back to 411?, objections until 2026-11-21 10:03 UTC, 1 objection"])
    #expect(lines("Ruled out") == ["#1 the cache is full (40 % used)"])
    #expect(lines("Suspected") == ["#1 a slow query"])
    #expect(lines("At rest") == ["#1 rests until 2026-11-21 12:00 UTC"])
    // What has its own line is not promised twice.
    #expect(!lines("Promised").isEmpty && !lines("Promised").contains { $0.contains("task") || $0.contains(":a") })
  }

  @Test func aTakeWithoutAnOfferIsAnnouncedOnWhatIsTaken() async throws {
    let store = try DeskStore(configuration: configuration)
    let from = try #require(try store.desk.board().header.onCall?.primary)
    let incident = try await store.declare("Checkout fails", by: person(from))
    _ = try await perform(store, AcceptHandoff(reason: "cannot be reached"), by: "sam")
    let timeline = try store.desk.detail(incident).timeline.map(\.text)
    #expect(timeline.contains("sam takes over from \(from) without an offer: cannot be reached"))
    #expect(try store.desk.detail(incident).row.commander == "sam")
  }

  /// The daemon records the rotations it works by; another configuration later leaves what was in force.
  @Test func whatAppliedIsRecorded() async throws {
    let store = try DeskStore(configuration: configuration)
    let serve = Actor(person: "sitrep", via: "serve", assurance: .machine)
    try await store.desk.recordConfiguration(hash: "one", texts: [:], by: serve)
    try await store.desk.recordConfiguration(hash: "one", texts: [:], by: serve)
    #expect(try store.desk.rota().record.versions.count == 1)
    let before = try store.desk.rota().schedule.shifts(from: store.now - .days(14), to: store.now)
    store.advance(.days(2))
    var changed = configuration
    changed.rota.rotations[0].members = ["tariq", "ines"]
    changed.rota.rotations[0].first = "tariq"
    let other = store.desk(with: changed)
    try await other.recordConfiguration(hash: "two", texts: [:], by: serve)
    let record = try other.rota()
    #expect(record.record.versions.count == 2)
    let after = record.schedule.shifts(from: store.now - .days(16), to: store.now - .days(2))
    #expect(after.filter { $0.role == .primary }.map(\.person) == before.filter { $0.role == .primary }.map(\.person))
    #expect(!record.record.notices.isEmpty)
  }

  @Test func loadCountsWhatAlertsOpened() async throws {
    let store = try DeskStore(configuration: configuration)
    let holder = try #require(try store.desk.board().header.onCall?.primary)
    try await store.receive(.sample())
    let incident = try #require(try store.desk.board().rows.first?.id)
    try await store.perform(Acknowledge(), on: incident, by: person(holder))
    store.advance(.hours(2))
    try await store.perform(Resolve(verifiedBy: "check"), on: incident, by: person(holder))
    store.advance(.hours(1))
    let work = try store.desk.incidentWork(from: store.now - .days(1), to: store.now)
    #expect(work.map(\.isPage) == [true])
    let report = DutyReport(
      try store.desk.rota().schedule, work: work, rules: PayRules(rate: 10_00), from: store.now - .days(1),
      to: store.now)
    let row = try #require(report.rows.first { $0.person == holder })
    #expect(row.pages == 1 && row.nightPages == 0 && row.onIncidents == .hours(2))
    #expect(row.pay == 40_00 + 14_29)
    #expect(try store.desk.incidentWork(from: store.now + .days(1), to: store.now + .days(2)).isEmpty)
  }

  @Test func theCalendarIsTheSameUntilSomethingChanges() async throws {
    let store = try DeskStore(configuration: configuration)
    _ = try await perform(store, PlanLeave("jon", from: store.now, until: store.now + .days(1)), by: "jon")
    let first = try store.desk.calendar()
    #expect(try store.desk.calendar() == first && first.contains("on call (primary)"))
    #expect(try !store.desk.calendar(person: "lea").contains("mira on call"))
    #expect(try !store.desk.calendar(role: "commander").contains("(primary)"))
    #expect(throws: Trouble.self) { try store.desk.calendar(role: "king") }
  }
}
