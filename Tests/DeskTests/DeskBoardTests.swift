import Commands
import EventLog
import Incidents
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskBoardTests {
  @Test func aFreshStoreSaysThatItIsNew() async throws {
    let store = try DeskStore()
    let header = try store.desk.board().header
    #expect(header.isNew && header.open == 0 && header.overdue == nil && !header.hasSource)
    #expect(header.user == "lea" && header.host == "bastion" && header.store == "personal")
    #expect(header.wakesNobody && !header.isDrill && !header.isReadOnly && header.warnings.isEmpty)
    let incident = try await store.declare("Small", .sev4)
    try await store.perform(Cancel(because: .falseAlarm), on: incident)
    #expect(try store.desk.board().rows.isEmpty)
    #expect(try !store.desk.board().header.isNew)
  }

  @Test func theOrderIsWhatWaitsThenWhatIsLateThenTheRestThenWhatIsOver() async throws {
    let store = try DeskStore()
    let over = try await store.declare("over", .sev3)
    try await store.perform(Resolve(verifiedBy: "looked"), on: over)
    _ = try await store.declare("late SEV2", .sev2)
    _ = try await store.declare("late SEV1", .sev1)
    store.move(to: "12:00")
    _ = try await store.declare("calm SEV2", .sev2)
    _ = try await store.declare("calm SEV1", .sev1)
    _ = try await store.receive(.sample("Slow", fingerprint: "w", severity: "warning", summary: "waits SEV3"))
    _ = try await store.receive(.sample("Down", fingerprint: "c", severity: "critical", summary: "waits SEV1"))
    #expect(
      try store.desk.board().rows.map(\.title) == [
        "waits SEV1", "waits SEV3", "late SEV1", "late SEV2", "calm SEV1", "calm SEV2", "over",
      ])
    store.move(to: "2026-11-22T10:00:00.001Z")
    #expect(try store.desk.board().rows.contains { $0.title == "over" } == false)
  }

  @Test func theHeaderNamesThePromiseThatIsLateTheLongest() async throws {
    let store = try DeskStore()
    _ = try await store.declare("slower", .sev2, service: nil)
    store.advance(.minutes(5))
    _ = try await store.declare("faster", .sev1, service: nil)
    store.move(to: "10:19:59")
    #expect(try store.desk.board().header.overdue == nil)
    store.move(to: "10:25")
    // SEV1 owes its first word after 15 minutes, SEV2 after 30.
    #expect(
      try store.desk.board().header.overdue == Header.Overdue(label: "2", kind: Clocks.update, dueAt: .at("10:20")))
    store.move(to: "10:40")
    #expect(try store.desk.board().header.overdue?.label == "2")
  }

  @Test func drillsAreShownButNeverCounted() async throws {
    let store = try DeskStore()
    var rehearsing = DeskConfiguration.sample
    rehearsing.isDrill = true
    let drill = store.desk(with: rehearsing)
    _ = try await drill.perform(.declare(Declare(title: "rehearsed", severity: .sev1, service: nil)), by: .lea)
    try await store.declare("real", .sev3, service: nil)
    store.move(to: "10:30")
    let board = try store.desk.board()
    #expect(board.rows.count == 2)
    #expect(board.rows.contains { $0.isDrill && $0.title == "rehearsed" })
    #expect(board.header.open == 1 && board.header.openBySeverity == [.sev3: 1])
    // Only the drill is late so far.
    #expect(board.header.overdue == nil)
    #expect(try drill.board().header.open == 2)
    #expect(try drill.board().header.overdue != nil)
    #expect(try store.desk.figures().openBySeverity[.sev1] == 0)
  }

  @Test func theCommanderOfTheMostUrgentIncidentIsInTheHeader() async throws {
    let store = try DeskStore()
    let minor = try await store.declare("minor", .sev3)
    let major = try await store.declare("major", .sev1)
    #expect(try store.desk.board().header.commander == nil)
    try await store.perform(AssignRole(.commander, person: "tom"), on: minor)
    #expect(try store.desk.board().header.commander == "tom")
    try await store.perform(AssignRole(.commander, person: "lea"), on: major)
    #expect(try store.desk.board().header.commander == "lea")
    #expect(try store.desk.detail(major).roles.map(\.person) == ["lea"])
  }

  @Test func aClockThatRanAheadIsSaid() async throws {
    let store = try DeskStore(at: .at("12:00"))
    try await store.declare()
    store.move(to: "11:59:58")
    #expect(try store.desk.board().header.warnings.isEmpty)
    store.move(to: "11:50")
    let warnings = try store.desk.board().header.warnings
    #expect(warnings.count == 1 && warnings[0].contains("10"))
  }

  @Test func theNewestEntriesOfALongTimelineComeFirstAndTheRestIsCounted() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    for number in 1...30 {
      store.advance(.seconds(1))
      try await store.perform(Log("entry \(number)"), on: incident)
    }
    let all = try store.desk.detail(incident)
    let detail = try store.desk.detail(incident, entries: 10)
    #expect(detail.timeline.map(\.text) == (21...30).map { "entry \($0)" })
    #expect(detail.earlierEntries == all.timeline.count - 10 && all.earlierEntries == 0)
  }

  @Test func aBackdatedEntryStandsWhereItHappened() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    store.advance(.minutes(10))
    try await store.perform(Log("earlier", time: GivenTime(.at("09:50"), precision: .minute)), on: incident)
    let first = try #require(try store.desk.detail(incident).timeline.first)
    #expect(first.text == "earlier" && first.precision == .minute && first.recordedAt == .at("10:10"))
  }

  @Test func marksAndDecisionsAreInTheDetail() async throws {
    let store = try DeskStore()
    let incident = try await store.declare()
    try await store.perform(Log("roll back", entry: .decision, evidence: ["https://ci.example/1"]), on: incident)
    let decision = try #require(try store.desk.detail(incident).decisions.first)
    let entry = try #require(try store.desk.detail(incident).timeline.first { $0.id == decision.id })
    #expect(decision.text == "roll back" && decision.state == .made && entry.evidence == ["https://ci.example/1"])
    try await store.perform(Pin(entry.id), on: incident)
    try await store.perform(Hide(entry.id), on: incident)
    let marked = try #require(try store.desk.detail(incident).timeline.first { $0.id == decision.id })
    #expect(marked.isPinned && marked.isHidden)
  }
}
