import Commands
import EventLog
import Incidents
import Review
import TestSupport
import Testing

@testable import Desk

/// Reviews, figures of a period and documents taken over, through the desk and a real file.
@Suite struct DeskReviewTests {
  @Test func aReviewThatIsHeldKeepsItsPromiseAndLetsTheIncidentClose() async throws {
    let store = try DeskStore()
    let incident = try await store.declare("Checkout fails", .sev1)
    store.advance(.minutes(20))
    try await store.perform(Mitigate(), on: incident)
    store.advance(.minutes(5))
    try await store.perform(Resolve(verifiedBy: "ratio"), on: incident)
    func review(_ change: ReviewChange) async throws -> Outcome {
      try await store.desk.perform(.review(incident, change), by: .lea)
    }
    _ = try await review(.own(person: "lea"))
    _ = try await review(.move(to: .inReview, reason: nil))
    await #expect(throws: Trouble.self) { try await review(.move(to: .reviewed, reason: nil)) }
    for gap in try store.desk.postMortem(of: incident).gaps {
      _ = try await review(.explain(section: gap.section.rawValue, reason: "nobody can tell now"))
    }
    _ = try await review(.name(factor: "No limit was set on the pool", .latent, evidence: nil, under: nil))
    _ = try await review(.save(.trigger, text: "The release of ten past ten.", base: nil))
    _ = try await review(.move(to: .reviewed, reason: nil))
    let promise = try #require(try store.desk.detail(incident).row.deadlines.first { $0.kind == Clocks.review })
    #expect(promise.state(at: store.now) == .kept)
    let closed = try await store.perform(Close(), on: incident)
    #expect(closed.events.count >= 1)
    let draft = try store.desk.postMortem(of: incident)
    #expect(draft.stage == .reviewed && draft.sections[.trigger] == "The release of ten past ten.")
    // What people do about the post-mortem is no part of its story.
    #expect(!draft.timeline.contains { $0.kind == "review" })
  }

  @Test func aSecondTextOnAnOldBaseIsKeptAndSaidSo() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    _ = try await store.desk.perform(.review(incident, .save(.lucky, text: "one", base: nil)), by: .lea)
    let second = try await store.desk.perform(.review(incident, .save(.lucky, text: "two", base: nil)), by: .tom)
    #expect(second.sentence.contains("both are kept") && second.sentence.contains("lea"))
    #expect(try store.desk.review(of: incident).heads(of: .lucky).map(\.text) == ["one", "two"])
  }

  @Test func actionItemsAreTrackedAcrossIncidents() async throws {
    let store = try DeskStore()
    let first = try await store.declare()
    let second = try await store.declare("Search is slow", .sev3, service: "search")
    let soon = ActionFields(text: "add a limit", owner: "platform", dueAt: .at("11:00"), doneWhen: "it is set")
    _ = try await store.desk.perform(.review(first, .add(ActionFields(text: "write it down"))), by: .lea)
    _ = try await store.desk.perform(.review(second, .add(soon)), by: .lea)
    #expect(try store.desk.actions().map(\.item.text) == ["add a limit", "write it down"])
    #expect(try store.desk.actions(of: first).count == 1)
    store.move(to: "12:00")
    let report = try store.desk.report(since: .at("09:00"), until: store.now)
    #expect(report.incidents.count == 2 && report.open == 2)
    #expect(report.overdueActions.map(\.label) == ["#2"])
    _ = try await store.desk.perform(.review(second, .end(number: 1, .done, note: nil)), by: .tom)
    #expect(try store.desk.report(since: .at("09:00"), until: store.now).overdueActions.isEmpty)
  }

  @Test func aDocumentIsTakenOverOnce() async throws {
    let store = try DeskStore()
    let text =
      "# Queue stuck\n\n## Timeline\n\nAll times in UTC.\n\n- 2020-01-09 11:00 Alert fires\n- 2020-01-09 11:30 resolved\n"
    let read = PostMortemImport().read(text, fileName: "a.md")
    let past = ImportIncident(
      title: read.title, severity: read.severity, services: read.services, times: read.times,
      resolution: read.resolution, summary: read.summary, impact: read.impact, stated: [],
      entries: read.entries.map {
        .init(at: $0.at, precision: $0.precision, endedAt: $0.endedAt, zone: $0.zone, text: $0.text)
      }, source: "a.md", digest: "d1", endedAt: try #require(read.endedAt))
    let first = try await store.desk.perform(.importIncident(past, document: Array(text.utf8)), by: .lea)
    let incident = try #require(first.incident)
    let again = try await store.desk.perform(.importIncident(past, document: Array(text.utf8)), by: .lea)
    #expect(again.events.isEmpty && again.incident == incident)
    let detail = try store.desk.detail(incident)
    #expect(detail.row.status == .closed && detail.row.deadlines.isEmpty)
    #expect(detail.timeline.map(\.precision).prefix(2) == [.minute, .minute])
    let report = try store.desk.report(since: try #require(Instant(rfc3339: "2020-01-01T00:00:00Z")), until: store.now)
    #expect(report.incidents.count == 1)
    #expect(try store.ledger.verify().isSound)
  }
}
