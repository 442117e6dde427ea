import Commands
import EventLog
import Incidents
import OnCall
import Review
import TestSupport
import Testing

@testable import Desk

/// What comes after an incident, through the desk and a real file: judged alerts, the list of post-mortems, the days
/// that come round, and who may sign off.
@Suite struct DeskAfterwardsTests {
  private func resolved(_ store: DeskStore, _ title: String = "Checkout fails", _ severity: Severity = .sev1)
    async throws -> StreamID
  {
    let incident = try await store.declare(title, severity)
    try await store.perform(Mitigate(note: "rolled back 412"), on: incident)
    try await store.perform(Resolve(verifiedBy: "ratio"), on: incident)
    return incident
  }

  private func review(_ store: DeskStore, _ incident: StreamID, _ change: ReviewChange, by actor: Actor = .lea)
    async throws
  {
    _ = try await store.desk.perform(.review(incident, change), by: actor)
  }

  @Test func alertsAreJudgedEvenWhereTheyFireElsewhereSince() async throws {
    let store = try DeskStore()
    let alert = AlertReading.sample(fingerprint: "a1", startsAt: store.now)
    let receipt = try await store.receive(alert)
    let first = try #require(try store.desk.board().rows.first?.id, "\(receipt)")
    try await store.perform(Acknowledge(), on: first)
    try await store.receive(alert.ended(at: store.now))
    try await store.perform(Resolve(verifiedBy: "ratio"), on: first)
    try await store.perform(Close(waiver: "known"), on: first)
    store.advance(.hours(3))
    try await store.receive(AlertReading.sample(fingerprint: "a1", startsAt: store.now))
    let second = try #require(try store.desk.board().rows.first { $0.status.isOpen }?.id)
    #expect(second != first)
    let mine = try #require(try store.desk.detail(first).alerts.first)
    #expect(mine.isFiring == false && mine.verdict == nil)
    try await store.perform(JudgeAlert(mine.id, name: mine.name, verdict: .useful), on: first)
    try await store.perform(ReportMissingAlert("a probe of the checkout"), on: first)
    let detail = try store.desk.detail(first)
    #expect(detail.alerts.map(\.verdict) == [.useful])
    #expect(detail.missingAlerts.map(\.text) == ["a probe of the checkout"])
    #expect(try store.desk.detail(second).alerts.map(\.verdict) == [nil])
    let draft = try store.desk.postMortem(of: first)
    #expect(draft.alerts.map(\.verdict) == [.useful] && draft.missingAlerts == ["a probe of the checkout"])
    #expect(!draft.timeline.contains { $0.text.contains("led us there") }, "judging is no part of the story")
    #expect(try draft.markdown().contains("**Detection gap:** an alert was missing: a probe of the checkout"))
    let report = try store.desk.report(since: .at("09:00"), until: store.now + .hours(1))
    let rule = try #require(report.rules.first)
    #expect(report.rules.count == 1 && rule.rule == mine.name && rule.fired == 2 && rule.incidents == 2)
    #expect(rule.useful == 1 && rule.noise == 0 && report.missingAlerts.map(\.label) == ["#1"])
  }

  @Test func onlyWhoMaySignsOffAndApproves() async throws {
    let store = try DeskStore()
    let incident = try await resolved(store)
    var configuration = DeskConfiguration.sample
    configuration.hasRight = { actor, right in
      actor.assurance == .verified && (right == "sign-off" ? actor.person == "tom" : actor.person == "lea")
    }
    let desk = store.desk(with: configuration)
    func move(_ stage: ReviewStage, _ reason: String? = nil, by actor: Actor) async throws {
      _ = try await desk.perform(.review(incident, .move(to: stage, reason: reason)), by: actor)
    }
    try await review(store, incident, .own(person: "lea"))
    try await move(.inReview, by: .lea)
    for gap in try desk.postMortem(of: incident).gaps {
      try await review(store, incident, .explain(section: gap.section.rawValue, reason: "unknown"))
    }
    for section in HumanSection.required {
      try await review(store, incident, .explain(section: section.rawValue, reason: "unknown"))
    }
    var claimed = Actor.tom
    claimed.assurance = .asserted
    for actor in [Actor.lea, claimed] {
      let trouble = await #expect(throws: Trouble.self) { try await move(.reviewed, by: actor) }
      #expect(trouble?.exitCode == 77 && trouble?.message.contains("'sign-off'") == true)
    }
    #expect(try desk.review(of: incident).stage == .inReview)
    try await move(.reviewed, by: .tom)
    let trouble = await #expect(throws: Trouble.self) { try await move(.published, by: .tom) }
    #expect(trouble?.exitCode == 77 && trouble?.message.contains("'approvals'") == true)
    try await move(.published, by: .lea)
    try await move(.draft, "one factor is missing", by: .tom)
    #expect(try desk.review(of: incident).stage == .draft)
  }

  @Test func theListSaysWhatIsOwed() async throws {
    let store = try DeskStore()
    let worst = try await resolved(store)
    let waived = try await resolved(store, "Search is slow", .sev2)
    _ = try await resolved(store, "A flicker", .sev3)
    let minor = try await resolved(store, "A leak", .sev3)
    try await store.perform(Close(waiver: "known"), on: waived)
    let soon = ActionFields(text: "add a limit", owner: "platform", dueAt: .at("2026-11-22T10:00:00Z"), doneWhen: "set")
    try await review(store, minor, .add(soon))
    _ = try await store.declare("Burns", .sev1)
    var rows = try store.desk.postMortems()
    #expect(rows.map(\.label) == ["4", "1", "2"])
    #expect(rows.map(\.stageWords) == ["draft", "not begun", "waived"])
    #expect(rows.map(\.isDone) == [false, false, true])
    #expect(rows[1].due?.dueAt == store.now + .days(3) && rows[0].next?.kind == "action:1")
    #expect(!rows.contains { $0.isOverdue(at: store.now) })
    store.advance(.days(4))
    rows = try store.desk.postMortems()
    #expect(rows.filter { $0.isOverdue(at: store.now) }.map(\.label) == ["4", "1"])
    #expect(try store.desk.detail(worst).postMortem?.isReviewOverdue(at: store.now) == true)
    // Live clocks alone are late in the header.
    #expect(try store.desk.board().header.overdue?.kind != "action:1")
    try await review(store, minor, .end(number: 1, .done, note: nil))
    #expect(try store.desk.postMortems().first { $0.label == "4" }?.actions.first?.promise(at: store.now) == .broken)
    let promises = try store.desk.report(since: .at("09:00"), until: store.now).promises
    #expect(promises.first { $0.kind == "action" }.map { [$0.kept, $0.broken] } == [0, 1])
  }

  /// Years are moved through by the store's clock; the day is that of the displayed zone.
  @Test(arguments: [("UTC", false), ("Pacific/Kiritimati", true)])
  func daysThatComeRoundAreThoseOfTheDisplayedZone(zone: String, isNextDay: Bool) async throws {
    var configuration = DeskConfiguration.sample
    configuration.displayZone = try #require(Zone(zone))
    let store = try DeskStore(at: try #require(Instant(rfc3339: "2024-02-28T12:00:00Z")), configuration: configuration)
    let incident = try await resolved(store)
    _ = try await resolved(store, "Minor", .sev3)
    _ = try await resolved(store, "Nothing was wrong", .sev4)
    try await review(store, incident, .add(ActionFields(text: "add a limit")))
    store.moveTo(try #require(Instant(rfc3339: "2026-02-28T09:00:00Z")))
    let found = try store.desk.anniversaries()
    #expect(found.map(\.title) == ["Checkout fails"])
    // In the zone that is 14 hours ahead it began on 29 February, which a common year remembers on the 28th.
    #expect(found.first?.day.dateWords == (isNextDay ? "2024-02-29" : "2024-02-28"))
    #expect(found.first?.years == 2 && found.first?.inDays == 0)
    #expect(found.first?.fix?.contains("rolled back 412") == true && found.first?.actionsOpen == 1)
    #expect(try store.desk.board().anniversaries == found)
    store.moveTo(try #require(Instant(rfc3339: "2026-02-28T11:00:00Z")))
    #expect(try store.desk.anniversaries().isEmpty == isNextDay, "there it is 1 March already")
    _ = try await store.declare("Burns", .sev4)
    #expect(try store.desk.board().anniversaries.isEmpty, "what burns is all that matters")
  }

  @Test func whatADocumentDoesNotSayIsShownAsUnstated() async throws {
    let store = try DeskStore()
    let past = ImportIncident(
      title: "Queue stuck", severity: nil, services: [], times: IncidentTimes(), resolution: .fixed, summary: nil,
      impact: nil, stated: [], entries: [], source: "a.md", digest: "d1", endedAt: .at("09:00"))
    let outcome = try await store.desk.perform(.importIncident(past, document: []), by: .lea)
    let row = try store.desk.detail(try #require(outcome.incident)).row
    #expect(row.severityLabel == "SEV?" && !row.isSeverityStated && !row.isSeverityConfirmed)
    #expect(row.json(at: store.now).object?["severity"]?.string == "unstated")
    #expect(try store.desk.postMortem(of: row.id).severityReached == nil)
    #expect(try store.desk.past().rows.map(\.row.severityLabel) == ["SEV?"])
    #expect(try store.desk.postMortem(of: row.id).summary.contains("unstated severity"))
  }
}
