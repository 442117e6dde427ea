import Commands
import EventLog
import Incidents
import Ledger
import Procedures
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskRunbookTests {
  private static let text = """
    ---
    title: High error rate
    service: checkout
    target: 30m
    rules: [HighErrorRate]
    ---
    # High error rate

    ## Look

    1. See the ratio on {{instance}} of {{service}}.

       ```promql
       expect: < 0.1
       ratio{service="{{service}}"}
       ```
    2. Roll back {{service}} for #{{incident}}.

       ```sh
       deploy rollback {{service}}
       ```
    3. Tell people.

    ## Resolution options

    ### Option A: restart

    1. Restart {{pod}}.

    ### Option B: wait

    1. Wait.
    """

  private func configuration(_ text: String = text) -> DeskConfiguration {
    var configuration = DeskConfiguration.sample
    configuration.procedures = ProcedureShelf([
      Procedure.parse(text, name: "high-error-rate"), Procedure.parse("# Other\n\n1. Look.\n", name: "other"),
    ])
    return configuration
  }

  private func begun() async throws -> (store: DeskStore, incident: StreamID, run: StreamID) {
    let store = try DeskStore(configuration: configuration())
    let reading = AlertReading.sample(labels: ["instance": "api-1:9090"])
    let incident = try #require(try await store.receive(reading).incidents.first)
    try await store.perform(Acknowledge(), on: incident)
    let outcome = try await store.desk.perform(
      .startRun(procedure: "high-error-rate", incident: incident), by: .lea)
    return (store, incident, try #require(outcome.run))
  }

  @Test func theAlertsRuleLeadsToItsRunbook() async throws {
    let (store, incident, _) = try await begun()
    #expect(try store.desk.detail(incident).runbook?.name == "high-error-rate")
    guard case .runbooks(let rows) = try store.desk.answer(.runbooks, for: .lea) else {
      Issue.record("another answer")
      return
    }
    #expect(rows.map(\.name) == ["high-error-rate", "other"])
    #expect(rows[0].steps == 5 && rows[0].target == .minutes(30) && rows[0].run?.total == 5 && rows[1].run == nil)
  }

  @Test func placeholdersAreFilledFromTheIncidentAndTheLabelsOfItsAlerts() async throws {
    let (store, _, run) = try await begun()
    let page = try store.desk.page(.run(run))
    #expect(page.steps[0].text.contains("api-1:9090 of checkout"))
    #expect(page.steps[1].text.contains("for #1"))
    #expect(page.steps[1].commands.first?.text == "deploy rollback checkout")
    #expect(page.steps[0].checks.first?.contains("ratio{service=\"checkout\"}") == true)
    let unfilled = try store.desk.page(.runbook(name: "high-error-rate", run: nil))
    #expect(unfilled.steps[0].text.contains("{{instance}}"))
  }

  @Test func aRunFollowsTheTextItBeganWithWhateverTheFileSaysToday() async throws {
    let (store, incident, run) = try await begun()
    let changed = store.desk(with: configuration("# Quite another text\n\n- [ ] Only this\n"))
    #expect(try changed.page(.runbook(name: "high-error-rate", run: nil)).steps.map(\.title) == ["Only this"])
    let page = try changed.page(.run(run))
    #expect(page.steps.count == 5 && page.steps[2].title.contains("Tell people"))
    _ = try await changed.perform(.run(run, .finish(step: 3, note: nil)), by: .tom)
    #expect(try changed.page(.run(run)).steps[2].state == .done)
    let without = store.desk(with: .sample)
    #expect(try without.page(.run(run)).steps.count == 5)
    #expect(try without.detail(incident).runs.first?.done == 1)
    #expect(throws: Trouble.self) { try without.page(.runbook(name: "high-error-rate", run: nil)) }
  }

  @Test func startingTwiceGoesOnWhereItWas() async throws {
    let (store, incident, run) = try await begun()
    _ = try await store.desk.perform(.run(run, .finish(step: 1, note: "12 %")), by: .lea)
    let position = try store.ledger.position
    let again = try await store.desk.perform(
      .startRun(procedure: "high-error-rate", incident: incident), by: .tom)
    #expect(again.run == run && again.events.isEmpty && again.sentence.contains("step 2"))
    #expect(try store.ledger.position == position)
    let alone = try await store.desk.perform(.startRun(procedure: "high-error-rate", incident: nil), by: .tom)
    #expect(alone.run != run)
  }

  @Test func stepsAreCheckedSkippedNotedAndTakenUpAgain() async throws {
    let (store, incident, run) = try await begun()
    func act(_ action: RunAction) async throws { _ = try await store.desk.perform(.run(run, action), by: .tom) }
    try await act(.finish(step: 1, note: "12 %"))
    let refused = await #expect(throws: Trouble.self) { try await act(.skip(step: 2, reason: " ")) }
    #expect(refused?.code == .refused)
    try await act(.skip(step: 2, reason: "nothing was deployed"))
    try await act(.note(step: 3, text: "on the status page"))
    try await act(.reopen(step: 1))
    var page = try store.desk.page(.run(run))
    #expect(page.steps.map(\.state) == [.todo, .skipped, .todo, .todo, .todo])
    #expect(page.steps[1].notes.contains { $0.contains("nothing was deployed") })
    #expect(page.steps[2].notes == ["tom: on the status page"])
    try await act(.finish(step: 1, note: nil))
    // The last step done ends the run; what belongs to the other option is not to do.
    try await act(.finish(step: 3, note: nil))
    try await act(.finish(step: 5, note: nil))
    page = try store.desk.page(.run(run))
    #expect(page.steps[3].state == .notTaken && page.row.run?.total == 4)
    #expect(page.row.run?.finishedAt == store.now && page.row.run?.done == 3 && page.row.run?.skipped == 1)
    let over = await #expect(throws: Trouble.self) { try await act(.finish(step: 3, note: nil)) }
    #expect(over?.code == .refused)
    let detail = try store.desk.detail(incident)
    #expect(detail.runs.map(\.procedure) == ["high-error-rate"] && detail.runs[0].incidentLabel == "1")
    #expect(detail.timeline.contains { $0.text.contains("nothing was deployed") })
  }

  @Test func theSecondToDoAStepIsToldWhoDidIt() async throws {
    let (store, _, run) = try await begun()
    let first = try await store.desk.perform(.run(run, .finish(step: 1, note: nil)), by: .lea)
    #expect(first.sentence.hasPrefix("high-error-rate 1/5: See the ratio"))
    let second = try await store.desk.perform(.run(run, .finish(step: 1, note: nil)), by: .tom)
    #expect(second.events.isEmpty)
    #expect(second.sentence.hasPrefix("high-error-rate 1/5 was done by lea at ") && second.sentence.hasSuffix("stands"))
    let page = try store.desk.page(.run(run))
    #expect(page.steps[0].person == "lea" && page.row.run?.people == ["lea"])
  }

  @Test func anOptionIsTakenAndAnotherLater() async throws {
    let (store, incident, run) = try await begun()
    let taken = try await store.desk.perform(.run(run, .take(option: 2)), by: .lea)
    #expect(taken.sentence == "high-error-rate: option B taken, wait")
    var page = try store.desk.page(.run(run))
    #expect(page.options.map(\.isTaken) == [false, true] && page.steps[3].state == .notTaken)
    #expect(page.steps.map(\.option) == [nil, nil, nil, "A", "B"])
    let again = try await store.desk.perform(.run(run, .take(option: 2)), by: .tom)
    #expect(again.events.isEmpty && again.sentence.contains("taken already"))
    _ = try await store.desk.perform(.run(run, .finish(step: 4, note: nil)), by: .tom)
    page = try store.desk.page(.run(run))
    #expect(page.options.map(\.isTaken) == [true, false] && page.steps[4].state == .notTaken)
    #expect(try store.desk.detail(incident).timeline.contains { $0.text.hasSuffix("option A taken, restart") })
    let refused = await #expect(throws: Trouble.self) {
      try await store.desk.perform(.run(run, .take(option: 9)), by: .tom)
    }
    #expect(refused?.message == "There is no such option: this procedure has A, B.")
  }

  @Test func aGapIsNamedAndFilledByAPerson() async throws {
    let (store, _, run) = try await begun()
    #expect(try store.desk.page(.run(run)).steps[3].gaps == [StepGap(name: "pod")])
    _ = try await store.desk.perform(.run(run, .give(name: "pod", value: "api-7")), by: .lea)
    let page = try store.desk.page(.run(run))
    #expect(page.steps[3].gaps.isEmpty && page.steps[3].text.contains("Restart api-7"))
    let refused = await #expect(throws: Trouble.self) {
      try await store.desk.perform(.run(run, .give(name: "pdo", value: "api-7")), by: .lea)
    }
    #expect(refused?.message.contains("high-error-rate has no {{pdo}}. It asks for instance, service") == true)
    let values = try store.desk.values(for: "high-error-rate", incident: page.row.run?.incident)
    #expect(values["pod"] == "api-7" && values["host"] == "api-1" && values["incident"] == "1")
    #expect(values["started_at"]?.contains(":") == true)
  }

  @Test func theTextThatWasFollowedIsKeptByItsDigest() async throws {
    let (store, incident, run) = try await begun()
    #expect(try store.desk.page(.run(run)).text == .same)
    let digest = "sha256:" + Chain.digest(of: Self.text.utf8)
    let kept = try store.ledger.read { try $0.attachment(digest) }
    #expect(kept.map { String(decoding: $0.bytes, as: UTF8.self) } == Self.text)
    #expect(try store.desk.detail(incident).timeline.contains { $0.evidence == [digest] })
    // A second run of the same text keeps it once.
    _ = try await store.desk.perform(.startRun(procedure: "high-error-rate", incident: nil), by: .tom)
    let changed = store.desk(with: configuration(Self.text.replacing("Tell people", with: "Tell everybody")))
    let page = try changed.page(.run(run))
    #expect(page.text == .changed && page.steps[2].title == "Tell people")
    #expect(try store.desk(with: .sample).page(.run(run)).text == .gone)
    let long = configuration(Self.text + String(repeating: "Long. ", count: 60_000))
    let other = try #require(
      try await store.desk(with: long).perform(.startRun(procedure: "high-error-rate", incident: nil), by: .tom).run)
    #expect(try store.desk(with: long).page(.run(other)).text == .same)
    #expect(try store.desk.page(.run(other)).text == .notKept)
  }

  @Test func aRunIsMeantByItsRunbooksNameWhileItIsTheOnlyOne() async throws {
    let (store, _, run) = try await begun()
    #expect(try store.desk.run(named: "high-error-rate") == run)
    #expect(try store.desk.run(named: String(run.key)) == run && store.desk.run(named: run.name) == run)
    _ = try await store.desk.perform(.startRun(procedure: "high-error-rate", incident: nil), by: .tom)
    let refused = #expect(throws: Trouble.self) { try store.desk.run(named: "high-error-rate") }
    #expect(refused?.message.contains("Several runs of high-error-rate are under way") == true)
  }

  @Test func everyRunUnderWayIsListed() async throws {
    let (store, _, first) = try await begun()
    let other = try await store.declare("Another", .sev3)
    let second = try #require(
      try await store.desk.perform(.startRun(procedure: "high-error-rate", incident: other), by: .tom).run)
    let third = try #require(
      try await store.desk.perform(.startRun(procedure: "other", incident: nil), by: .tom).run)
    #expect(Set(try store.desk.openRuns().map(\.id)) == [first, second, third])
    // Also where the file of one is gone.
    #expect(try store.desk(with: .sample).openRuns().count == 3)
    _ = try await store.desk.perform(.run(second, .abandon(reason: "another team has it")), by: .tom)
    #expect(Set(try store.desk.openRuns().map(\.id)) == [first, third])
  }
}
