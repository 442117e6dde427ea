import EventLog
import Incidents
import TestSupport
import Testing

@testable import Review

/// What people do about a post-mortem, from draft to closed.
@Suite struct ReviewRecordTests {
  private struct Desk {
    let incident = StreamID("incident", "one")
    var writer = EventWriter()
    var history: [Event] = []
    var now = Instant.at("12:00")
    var gaps: [Gap] = []
    var stream: StreamID { ReviewRecord.stream(of: incident) }
    var record: ReviewRecord { ReviewFold.state(of: stream, from: history) }

    @discardableResult
    mutating func perform(_ change: ReviewChange, by actor: Actor = .lea) throws(ReviewRefusal) -> [Event] {
      let drafts = try ChangeReview(change, of: incident, gaps: gaps, names: ["mira"]).decide(
        on: record, facts: Facts(now: now, actor: actor, newKey: { "k" }))
      let events = drafts.map { writer.event($0, by: actor, recordedAt: now) }
      history += events
      now = now + .minutes(1)
      return events
    }

    mutating func refusal(_ change: ReviewChange) -> ReviewRefusal? {
      do {
        try perform(change)
        return nil
      } catch {
        return error
      }
    }
  }

  private let whole = ActionFields(
    text: "add a presubmit check", kind: .prevent, owner: "platform", dueAt: .at("2026-12-01T23:59:59Z"),
    doneWhen: "the check is required on main")

  @Test func reviewedNeedsActionsWholeAndGapsExplained() throws {
    var desk = Desk()
    desk.gaps = [Gap(.impact, "impact start unknown")]
    #expect(desk.refusal(.move(to: .inReview, reason: nil)) == .noOwner)
    try desk.perform(.own(person: "lea"))
    #expect(desk.refusal(.move(to: .reviewed, reason: nil)) == .stageSkipped(from: .draft, to: .reviewed))
    try desk.perform(.move(to: .inReview, reason: nil))
    try desk.perform(.add(ActionFields(text: "add a check")))
    guard case .actionLacks(1, _) = desk.refusal(.move(to: .reviewed, reason: nil)) else {
      Issue.record("an action without an owner passed")
      return
    }
    try desk.perform(.change(number: 1, whole))
    guard case .gapsUnexplained(let gaps) = desk.refusal(.move(to: .reviewed, reason: nil)) else {
      Issue.record("a gap passed")
      return
    }
    #expect(gaps.count == 4)
    try desk.perform(.explain(section: "impact", reason: "the graphs are gone"))
    try desk.perform(.save(.trigger, text: "The release.", base: nil))
    try desk.perform(.name(factor: "No check before merging", .process, evidence: nil, under: nil))
    try desk.perform(.move(to: .reviewed, reason: nil))
    #expect(desk.record.stage == .reviewed && desk.record.reviewedAt != nil)
    #expect(desk.refusal(.move(to: .draft, reason: nil)) == .backNeedsReason(.draft))
    try desk.perform(.move(to: .published, reason: nil))
    guard case .actionOpen(1, _) = desk.refusal(.move(to: .closed, reason: nil)) else {
      Issue.record("closed with an open action")
      return
    }
    try desk.perform(.end(number: 1, .done, note: "merged"))
    try desk.perform(.move(to: .closed, reason: nil))
    #expect(desk.record.stage == .closed)
    try desk.perform(.move(to: .draft, reason: "new evidence"))
    #expect(desk.record.reviewedAt == nil)
  }

  @Test func aSecondAuthorsSaveOnAnOldBaseKeepsBothTexts() throws {
    var desk = Desk()
    let first = try #require(try desk.perform(.save(.lucky, text: "It was a Sunday.", base: nil)).first)
    try desk.perform(.save(.lucky, text: "It was a Sunday morning.", base: first.id))
    #expect(desk.record.heads(of: .lucky).map(\.text) == ["It was a Sunday morning."])
    try desk.perform(.save(.lucky, text: "Few users were there.", base: first.id), by: .tom)
    #expect(desk.record.heads(of: .lucky).map(\.author) == ["lea", "tom"])
    let both = try #require(desk.record.text(of: .lucky))
    #expect(both.contains("Sunday morning") && both.contains("Few users"))
    try desk.perform(.merge(.lucky, text: "A Sunday morning with few users."))
    #expect(desk.record.text(of: .lucky) == "A Sunday morning with few users.")
    #expect(try desk.perform(.save(.lucky, text: "A Sunday morning with few users.", base: nil)).isEmpty)
  }

  @Test func noFactorIsAPerson() throws {
    var desk = Desk()
    for text in ["Human error", "mira was tired", "The operator forgot to check", "caused by the engineer"] {
      guard case .factorIsPerson = desk.refusal(.name(factor: text, .process, evidence: nil, under: nil)) else {
        Issue.record("\(text) passed for a factor")
        continue
      }
    }
    #expect(desk.record.factors.isEmpty)
  }

  @Test func factorsAreATree() throws {
    var desk = Desk()
    try desk.perform(.name(factor: "The pool was full", .technical, evidence: nil, under: nil))
    try desk.perform(.name(factor: "No limit was set", .latent, evidence: nil, under: 1))
    try desk.perform(.name(factor: "No alert on its size", .detection, evidence: nil, under: 1))
    try desk.perform(.name(factor: "The default has none", .environment, evidence: nil, under: 2))
    #expect(
      FactorTree(desk.record).lines == [
        "F1 technical: The pool was full", "  F2 latent: No limit was set", "    F4 environment: The default has none",
        "  F3 detection: No alert on its size",
      ])
    #expect(desk.refusal(.name(factor: "x y", .latent, evidence: nil, under: 9)) == .noSuchFactor(number: 9, count: 4))
    try desk.perform(.acceptFactor(number: 4, reason: "not ours"))
    #expect(desk.record.factors.last?.accepted == "not ours")
  }

  @Test func actionsEndOnceAndMayOpenAgain() throws {
    var desk = Desk()
    try desk.perform(.add(whole))
    #expect(desk.record.actions[0].isOverdue(at: .at("2026-12-02T00:00:00Z")))
    #expect(!desk.record.actions[0].isOverdue(at: .at("2026-12-01T23:59:59Z")))
    #expect(desk.refusal(.end(number: 1, .dropped, note: nil)) == .dropNeedsReason(number: 1))
    try desk.perform(.end(number: 1, .done, note: nil), by: .tom)
    #expect(try desk.perform(.end(number: 1, .done, note: nil)).isEmpty)
    #expect(desk.record.actions[0].endedBy == "tom")
    try desk.perform(.end(number: 1, .open, note: nil))
    #expect(desk.record.actions[0].endedAt == nil)
    #expect(desk.refusal(.end(number: 7, .done, note: nil)) == .noSuchAction(number: 7, count: 1))
  }

  @Test func anyOrderAndAnyDuplicatesLeadToTheSameRecord() throws {
    var desk = Desk()
    try desk.perform(.own(person: "lea"))
    try desk.perform(.add(whole))
    try desk.perform(.add(ActionFields(text: "second")))
    try desk.perform(.end(number: 1, .done, note: "x"), by: .tom)
    try desk.perform(.save(.lucky, text: "a", base: nil))
    try desk.perform(.save(.lucky, text: "b", base: nil), by: .tom)
    try desk.perform(.name(factor: "No limit was set", .latent, evidence: nil, under: nil))
    try desk.perform(.acceptFactor(number: 1, reason: "cheap"))
    try desk.perform(.explain(section: "impact", reason: "gone"))
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<20 {
      let shuffled = (desk.history + desk.history.prefix(4)).shuffled(using: &numbers)
      #expect(ReviewFold.state(of: desk.stream, from: shuffled) == desk.record)
    }
    #expect(ReviewFold.rows(desk.record).count == 2)
  }

  @Test func aSheetIsReadBackAsItWasLaidOut() throws {
    var desk = Desk()
    try desk.perform(.save(.lucky, text: "It was a Sunday.\n\n# not a section", base: nil))
    let sheet = SectionSheet([.lucky, .trigger], of: desk.record)
    #expect(SectionSheet.read(sheet.text) == [.lucky: "It was a Sunday.\n\n# not a section", .trigger: ""])
    #expect(SectionSheet.read("\n a \n", only: .trigger) == [.trigger: "a"])
  }

  @Test func whatWasWrittenStandsInTheDocument() throws {
    var desk = Desk()
    try desk.perform(.own(person: "lea"))
    try desk.perform(.add(whole))
    try desk.perform(.name(factor: "No limit was set", .latent, evidence: "https://graphs.example.com/d/7", under: nil))
    try desk.perform(.name(factor: "The default has none", .environment, evidence: nil, under: 1))
    try desk.perform(.save(.background, text: "# The pool\n\nMira knows it.", base: nil))
    var material = Sample.material
    material.record = desk.record
    let text = try PostMortem.draft(material).markdown()
    for part in [
      "| Owner of this document | lea |", "| A1 | add a presubmit check | prevent | open | platform | 2026-12-01 |",
      "- F1 No limit was set (latent)\n  - made possible by F2 The default has none (environment)",
      "### The pool\n\nthe commander knows it.", "| F1 No limit was set | latent | <https://graphs.example.com/d/7> |",
    ] { #expect(text.contains(part), "\(part)") }
    let found = PostMortemCheck(names: ["mira"]).report(on: text).findings
    #expect(found.filter { $0.level > .information }.isEmpty, "\(found.map { "\($0.line) \($0.rule) \($0.words)" })")
  }

  private func promises(_ record: ReviewRecord, at time: String) -> [String] {
    record.deadlines.map {
      "\($0.kind) \($0.dueAt.rfc3339.prefix(10)) \($0.state(at: .at(time)).rawValue) \($0.target ?? "-")"
    }
  }

  @Test func theDueDateOfAnActionItemIsAPromise() throws {
    var desk = Desk()
    let events = try desk.perform(.add(whole))
    #expect(events.map(\.kind) == [ActionAdded.kind, DeadlineSet.kind])
    #expect(promises(desk.record, at: "2026-12-01T10:00:00Z") == ["action:1 2026-12-01 ok platform"])
    // Another day moves it, another owner changes hands, other words leave it.
    try desk.perform(.change(number: 1, ActionFields(dueAt: .at("2026-12-05T23:59:59Z"))))
    #expect(promises(desk.record, at: "2026-12-02T10:00:00Z") == ["action:1 2026-12-05 ok platform"])
    try desk.perform(.change(number: 1, ActionFields(owner: "lea")))
    #expect(try desk.perform(.change(number: 1, ActionFields(text: "add the check"))).count == 1)
    #expect(promises(desk.record, at: "2026-12-06T10:00:00Z") == ["action:1 2026-12-05 overdue lea"])
    desk.now = .at("2026-12-06T12:00:00Z")
    try desk.perform(.end(number: 1, .done, note: nil))
    #expect(promises(desk.record, at: "2026-12-07T10:00:00Z") == ["action:1 2026-12-05 broken lea"])
    #expect(desk.record.actions.first?.promise(at: desk.now) == .broken)
    try desk.perform(.end(number: 1, .open, note: nil))
    #expect(promises(desk.record, at: "2026-12-07T10:00:00Z") == ["action:1 2026-12-05 overdue lea"])
    try desk.perform(.change(number: 1, ActionFields(dueAt: .at("2026-12-20T23:59:59Z"))))
    try desk.perform(.end(number: 1, .done, note: nil))
    #expect(promises(desk.record, at: "2026-12-30T10:00:00Z") == ["action:1 2026-12-20 kept lea"])
  }

  @Test func whatHasNoDateOrIsDroppedPromisesNothing() throws {
    var desk = Desk()
    #expect(try desk.perform(.add(ActionFields(text: "one day"))).count == 1)
    #expect(try desk.perform(.end(number: 1, .done, note: nil)).count == 1)
    try desk.perform(.add(whole))
    try desk.perform(.end(number: 2, .dropped, note: "bought instead"))
    #expect(desk.record.deadlines.allSatisfy { !$0.isOpen })
    #expect(desk.record.actions.map { $0.promise(at: .at("2027-01-01T00:00:00Z")) } == [nil, nil])
    #expect(ReviewFold.rows(desk.record).count == 2)
  }

  @Test func whoSignedItOffIsKnownWhileThatCounts() throws {
    var desk = Desk()
    try desk.perform(.own(person: "lea"))
    try desk.perform(.move(to: .inReview, reason: nil))
    for section in HumanSection.required { try desk.perform(.explain(section: section.rawValue, reason: "known")) }
    try desk.perform(.move(to: .reviewed, reason: nil), by: .tom)
    #expect(desk.record.reviewedBy == "tom")
    try desk.perform(.move(to: .published, reason: nil))
    #expect(desk.record.reviewedBy == "tom")
    try desk.perform(.move(to: .draft, reason: "a factor is missing"))
    #expect(desk.record.reviewedBy == nil)
  }
}
