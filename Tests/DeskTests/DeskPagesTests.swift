import Commands
import EventLog
import Incidents
import Ledger
import OnCall
import Synchronization
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskPagesTests {
  /// The pages that were handed on, in order.
  private final class Posted: Sendable {
    private let stored = Mutex<[PageLetter]>([])
    var letters: [PageLetter] { stored.withLock { $0 } }
    func post(_ letter: PageLetter) { stored.withLock { $0.append(letter) } }
  }

  private func store(_ posted: Posted, _ services: [Service]? = nil) throws -> DeskStore {
    let known =
      services ?? [
        Service(name: "checkout", tier: 1, pager: .sitrep),
        Service(name: "search", tier: 2, dependencies: ["checkout"], pager: .sitrep),
      ]
    let zone = try #require(Zone("UTC"))
    func weekly(_ role: DutyRole, _ members: [String]) -> Rotation {
      Rotation(
        name: role.rawValue, role: role, zone: zone, start: CivilTime(year: 2026, month: 11, day: 16, hour: 9),
        handoff: Handoff(weekday: 1, hour: 9, minute: 0), members: members)
    }
    return try DeskStore(
      configuration: DeskConfiguration(
        services: Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) }),
        rota: Rota(
          people: [Person(name: "max", roles: ["manager"])],
          rotations: [weekly(.primary, ["mira", "tom"]), weekly(.commander, ["anna"])]),
        postPage: { letter, event, _ in
          #expect(event.kind == PageIntended.kind && event.incident == letter.incident)
          posted.post(letter)
          return true
        }, host: "bastion", store: "personal"))
  }

  @Test func pagesArePostedOnceWhenTheyAreDue() async throws {
    let posted = Posted()
    let store = try store(posted)
    _ = try await store.receive(.sample())
    #expect(posted.letters.isEmpty)
    #expect(try await store.desk.performDue(by: .serve) == .at("10:15"))
    #expect(posted.letters.map(\.person) == ["mira", "anna"])
    #expect(posted.letters.first?.number == 1 && posted.letters.first?.severity == "SEV1?")
    let position = try store.ledger.position
    #expect(try await store.desk.performDue(by: .serve) == .at("10:15"))
    #expect(try store.ledger.position == position)
    store.move(to: "10:15")
    #expect(try await store.desk.performDue(by: .serve) == .at("10:30"))
    #expect(posted.letters.map(\.person) == ["mira", "anna", "tom", "mira"])
    let incident = try #require(posted.letters.first?.incident)
    try await store.perform(Acknowledge(), on: incident, by: .tom)
    store.move(to: "10:44:59.999")
    #expect(try await store.desk.performDue(by: .serve) == .at("10:45"))
    #expect(posted.letters.count == 4)
    // Half an hour of silence while the alert fires: it is nobody's again, and whoever had it is asked first.
    store.move(to: "10:45")
    #expect(try await store.desk.performDue(by: .serve) == .at("11:00"))
    #expect(posted.letters.dropFirst(4).map(\.person) == ["tom"])
    let texts = try store.desk.detail(incident).timeline.map(\.text)
    #expect(texts.contains("Paging tom (secondary): level 2, 15m after the first page and nobody has it"))
    #expect(texts.contains("Nobody else is paged: acknowledged by tom"))
  }

  @Test func whereNobodyPostsPagesNothingIsRecordedOfThem() async throws {
    let store = try DeskStore(
      configuration: DeskConfiguration(
        services: ["checkout": Service(name: "checkout", tier: 1, pager: .sitrep)], host: "bastion", store: "personal"))
    _ = try await store.receive(.sample())
    let position = try store.ledger.position
    #expect(try await store.desk.performDue(by: .serve) == nil)
    #expect(try store.ledger.position == position)
  }

  @Test func theOwnerWhoDoesNotAnswerHasItNoLonger() async throws {
    let posted = Posted()
    let store = try store(posted)
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    _ = try await store.desk.performDue(by: .serve)
    try await store.perform(Acknowledge(), on: incident, by: .lea)
    try await store.perform(Mitigate(), on: incident, by: .lea)
    store.move(to: "10:20")
    _ = try await store.receive(.sample(fingerprint: "b2", startsAt: .at("10:20")))
    #expect(try await store.desk.performDue(by: .serve) == .at("10:25"))
    #expect(posted.letters.map(\.person) == ["mira", "anna", "lea"])
    store.move(to: "10:25")
    _ = try await store.desk.performDue(by: .serve)
    #expect(try store.desk.detail(incident).row.status == .triggered)
    #expect(posted.letters.map(\.person) == ["mira", "anna", "lea", "mira", "anna"])
  }

  @Test func aSilenceKeepsPagesBackAndSaysWhich() async throws {
    let posted = Posted()
    let store = try store(posted)
    let matcher = SilenceMatcher(.service, "checkout")
    let added = try await store.desk.perform(
      .addSilence(AddSilence(.silence, matchers: [matcher], until: .at("10:40"), reason: "known")), by: .lea)
    #expect(added.sentence == "a1: Silence for 40m on service=checkout: known")
    _ = try await store.receive(.sample())
    #expect(try await store.desk.performDue(by: .serve) == .at("10:40"))
    #expect(posted.letters.isEmpty)
    let silence = try #require(try store.desk.silences().first)
    #expect(silence.heldBack.map(\.number) == [1])
    let brief = try store.desk.handoffBrief(role: .primary, by: .lea)
    #expect(
      brief.parts.first { $0.title == "Wakes nobody" }?.lines == [
        "service=checkout until 2026-11-21 10:40 UTC, silence by lea: known, 1 kept back"
      ])
    store.move(to: "10:10")
    let ended = try await store.desk.perform(.endSilence(silence.id, EndSilence(reason: "no longer")), by: .tom)
    #expect(ended.sentence == "a1: Ended before its time: no longer")
    #expect(try store.desk.silences().isEmpty)
    #expect(try await store.desk.performDue(by: .serve) == .at("10:25"))
    #expect(posted.letters.map(\.person) == ["mira", "anna"])
    await #expect(throws: Trouble.self) {
      try await store.desk.perform(.endSilence(silence.id, EndSilence()), by: .tom)
    }
  }

  @Test func whatFollowsFromAnotherIncidentHasNoPageOfItsOwn() async throws {
    let posted = Posted()
    let store = try store(posted)
    let parent = try #require(try await store.receive(.sample()).incidents.first)
    _ = try await store.desk.performDue(by: .serve)
    let child = try #require(
      try await store.receive(.sample("Slow", fingerprint: "s1", service: "search"), groupKey: "g2").incidents.first)
    #expect(child != parent)
    _ = try await store.desk.performDue(by: .serve)
    #expect(posted.letters.map(\.incident) == [parent, parent])
    try await store.perform(Acknowledge(), on: parent, by: .tom)
    try await store.perform(Resolve(verifiedBy: "probe"), on: parent, by: .tom)
    store.move(to: "10:05")
    _ = try await store.desk.performDue(by: .serve)
    #expect(posted.letters.map(\.incident) == [parent, parent, child, child])
  }

  @Test func whatHappensMeanwhileIsSeenThoughNothingWasDue() async throws {
    let posted = Posted()
    let store = try store(posted)
    let incident = try #require(try await store.receive(.sample()).incidents.first)
    // The second look finds nothing to do, and is the last one before something happens.
    for _ in 0..<3 { _ = try await store.desk.performDue(by: .serve) }
    try await store.perform(Acknowledge(), on: incident, by: .tom)
    for _ in 0..<3 { _ = try await store.desk.performDue(by: .serve) }
    try await store.perform(Unacknowledge(), on: incident, by: .tom)
    #expect(posted.letters.map(\.person) == ["mira", "anna"])
    _ = try await store.desk.performDue(by: .serve)
    #expect(posted.letters.count > 2)
  }

  @Test func whatNoPagerIsNamedForSaysSoBesideWhatIsPaged() async throws {
    let posted = Posted()
    let store = try store(
      posted, [Service(name: "checkout", tier: 1, pager: .sitrep), Service(name: "database", tier: 1)])
    let paged = try #require(try await store.receive(.sample()).incidents.first)
    let other = try #require(
      try await store.receive(.sample("DiskFull", fingerprint: "d1", service: "database"), groupKey: "g2")
        .incidents.first)
    _ = try await store.desk.performDue(by: .serve)
    #expect(posted.letters.allSatisfy { $0.incident == paged })
    #expect(try store.desk.detail(other).row.paging?.withoutPager == "database")
    #expect(try store.desk.detail(paged).row.paging?.withoutPager == nil)
    try await store.perform(Acknowledge(), on: other, by: .tom)
    #expect(try store.desk.detail(other).row.paging == nil)
  }

  @Test func inAStormTheFirstArePagedAndTheRestSaysWhyNot() async throws {
    let posted = Posted()
    let store = try store(posted, (1...14).map { Service(name: "s\($0)", tier: 1, pager: .sitrep) })
    var last: StreamID?
    for number in 1...14 {
      last = try await store.receive(
        .sample("Down\(number)", fingerprint: "f\(number)", service: "s\(number)"), groupKey: "g\(number)"
      ).incidents.first
    }
    _ = try await store.desk.performDue(by: .serve)
    #expect(Set(posted.letters.map(\.number)) == Set(1...10))
    let row = try store.desk.detail(try #require(last)).row
    #expect(row.status == .triggered)
    let texts = try store.desk.detail(row.id).timeline.map(\.text)
    #expect(texts.contains { $0.contains("more than 10 that opened within 2m") }, "\(texts)")
    store.move(to: "10:20")
    _ = try await store.desk.performDue(by: .serve)
    // Nobody has the first ones: they escalate, and the rest goes on waiting.
    #expect(Set(posted.letters.map(\.number)) == Set(1...10))
  }

  @Test func whatASilenceKeptBackIsNoStormForOthers() async throws {
    let posted = Posted()
    let store = try store(posted, (1...12).map { Service(name: "s\($0)", tier: 1, pager: .sitrep) })
    _ = try await store.desk.perform(
      .addSilence(
        AddSilence(.maintenance, matchers: [SilenceMatcher(.rule, "Down*")], until: .at("10:40"), reason: "work")),
      by: .lea)
    for number in 1...11 {
      _ = try await store.receive(
        .sample("Down\(number)", fingerprint: "f\(number)", service: "s\(number)"), groupKey: "g\(number)")
    }
    _ = try await store.receive(.sample("Full", fingerprint: "f12", service: "s12"), groupKey: "g12")
    _ = try await store.desk.performDue(by: .serve)
    #expect(Set(posted.letters.map(\.number)) == [12])
  }
}
