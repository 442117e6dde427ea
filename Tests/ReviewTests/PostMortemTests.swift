import EventLog
import Foundation
import Testing

@testable import Incidents
@testable import Review

struct PostMortemTests {
  @Test func aFullIncidentReadsAsItDid() throws {
    let text = try PostMortem.draft(Sample.material).markdown()
    #expect(try Sample.golden("full.md", text) == text)
    let json = PostMortem.draft(Sample.material).json + "\n"
    #expect(try Sample.golden("full.json", json) == json)
  }

  @Test func anIncidentWithoutEventsSaysWhatIsMissing() throws {
    let draft = PostMortem.draft(Sample.empty)
    let text = try draft.markdown()
    #expect(try Sample.golden("empty.md", text) == text)
    #expect(draft.gaps.map(\.what) == ["nothing is recorded about this incident"])
    #expect(draft.severityReached == nil)
    let json = try #require(PayloadText.decode(JSONValue.self, from: draft.json))
    #expect(json["number"] == .null)
    #expect(json["severity"] == .null)
    #expect(json["recovery"]?["verdict"] == .string("UNKNOWN"))
    #expect(json["times"]?["detected"] == .null)
  }

  @Test func theShippedTemplateIsTheOneInTheBinary() throws {
    let file = Sample.folder.appending(path: "docs/templates/post-mortem.md.mustache")
    #expect(try String(contentsOf: file, encoding: .utf8) == PostMortemTemplate.text)
  }

  @Test func hasEverySectionInOrder() throws {
    let headings = try PostMortem.draft(Sample.material).markdown().split(separator: "\n").filter {
      $0.hasPrefix("## ")
    }
    let numbered = headings.compactMap { $0.dropFirst(3).split(separator: ".").first.flatMap { Int($0) } }
    #expect(numbered == Array(1...21))
  }

  @Test func peopleBecomeRoles() throws {
    let draft = PostMortem.draft(Sample.material)
    #expect(
      draft.attendees.map { "\($0.name)=\($0.alias)" } == [
        "mira=the commander", "lea=the second commander", "jon=the scribe", "ola=responder 1",
      ])
    #expect(draft.impact == "5 % of checkouts failed; the second commander's estimate")
    let decision = try #require(draft.decisions.first)
    #expect(decision.text == "Roll back release 118, with the scribe watching")
    #expect(decision.who == "the commander")
    #expect(draft.timeline.contains { $0.text == "Responder 1 stopped the importer" })
    #expect(draft.runs[0].skipped[0].reason == "not the cause, says the commander")
    let text = try draft.markdown()
    let story = try #require(text.components(separatedBy: "## 20.").first)
    for name in ["mira", "Mira", "lea ", "Lea", "jon", "ola ", "Ola"] { #expect(!story.contains(name), "\(name)") }
    let named = PostMortem.draft(Sample.material, names: true)
    #expect(named.decisions.first?.text == "Roll back release 118, with @jon watching")
    #expect(named.roles.map(\.who) == ["mira", "jon", "lea"])
  }

  @Test(arguments: [
    ("mira rolled back", "The commander rolled back"), ("then Mira's idea", "then the commander's idea"),
    ("admiral", "admiral"),
    ("ask @lea.", "ask the second commander."), ("Well. Lea saw it", "Well. The second commander saw it"),
    ("mira_2 and miranda", "mira_2 and miranda"),
    ("jon,lea;ola", "The scribe,the second commander;responder 1"), ("", ""), ("MIRA", "MIRA"),
  ])
  func replacesWholeNamesOnly(text: String, expected: String) {
    #expect(RoleNames(Sample.material, keepsNames: false).replaced(in: text) == expected)
  }

  @Test func namesOfSeveralWordsAreFoundBeforeTheirFirst() {
    var material = Sample.material
    material.entries = [
      Sample.entry(1, "note", "Anna", Sample.at(1), "x"), Sample.entry(2, "note", "Anna Maria", Sample.at(2), "x"),
    ]
    material.incident.roles = []
    let names = RoleNames(material, keepsNames: false)
    #expect(names.replaced(in: "Anna Maria told Anna") == "Responder 3 told responder 2")
  }

  @Test func whoIsOnlyNamedHasANameAllTheSame() {
    var material = Sample.material
    material.incident.pages = [PageRecord(key: "k", person: "tom", at: Sample.at(1))]
    #expect(
      RoleNames(material, keepsNames: false).replaced(in: "Paging tom (primary)") == "Paging colleague 1 (primary)")
  }

  @Test func rowsOfAlertsAreToldAsOne() {
    let draft = PostMortem.draft(Sample.material)
    let together = draft.timeline.filter { $0.count > 1 }
    #expect(together.map(\.count) == [3])
    #expect(together.first?.text.hasPrefix("3 lines of monitoring until 14:05:00: HighErrorRate fires") == true)
    // A pinned one stands by itself, and two are not a row.
    var material = Sample.material
    material.entries[1].isPinned = true
    #expect(PostMortem.draft(material).timeline.allSatisfy { $0.count == 1 })
  }

  @Test func hiddenEntriesStayOutAndPinnedOnesAreMarked() throws {
    let draft = PostMortem.draft(Sample.material)
    #expect(draft.hiddenEntries == 1)
    #expect(!draft.timeline.contains { $0.text == "lunch?" })
    #expect(draft.timeline.filter(\.isPinned).count == 1)
    #expect(try draft.markdown().contains("★ Roll back"))
    var material = Sample.material
    material.entries = material.entries.map { entry in
      var entry = entry
      if entry.kind == "decision" { entry.isHidden = true }
      return entry
    }
    #expect(PostMortem.draft(material).decisions.isEmpty)
  }

  @Test func theStoryIsInTheOrderOfWhatHappened() {
    let times = PostMortem.draft(Sample.material).timeline.map(\.at)
    #expect(times == times.sorted())
    let turned = ReviewMaterial(
      incident: Sample.incident, label: "#42", entries: Sample.entries.reversed(), runs: Sample.runs,
      preparedAt: Sample.at(60), chainHead: "k3f9q2-57 9f86d081")
    #expect(PostMortem.draft(turned) == PostMortem.draft(Sample.material))
  }

  @Test func promisesAreKeptAndBroken() {
    let draft = PostMortem.draft(Sample.material)
    #expect(draft.promises.filter(\.isKept).map(\.rule).count == 3)
    #expect(
      draft.promises.filter(\.isBroken).map(\.rule) == [
        "high-error-rate: done within 15m", "SEV1: an update every 30m",
      ])
    #expect(draft.promises.last { $0.kind == Clocks.update }?.margin == .minutes(4))
  }

  @Test func aPromiseGivenUpInTimeWasNeverTested() {
    let given = Deadline(kind: "x", dueAt: Sample.at(10), voidedAt: Sample.at(5), rule: "r")
    #expect(Promise(given, owner: "o", at: Sample.at(60)) == nil)
    let late = Deadline(kind: "x", dueAt: Sample.at(10), voidedAt: Sample.at(15), rule: "r")
    #expect(Promise(late, owner: "o", at: Sample.at(60))?.isBroken == true)
    let overdue = Deadline(kind: "x", dueAt: Sample.at(10), rule: "r")
    #expect(Promise(overdue, owner: "o", at: Sample.at(60))?.margin == .minutes(50))
    #expect(Promise(overdue, owner: "o", at: Sample.at(1))?.margin == nil)
  }

  @Test func gapsNameTheCommandThatFillsThem() {
    var material = Sample.material
    material.incident.times = IncidentTimes(resolved: TimePoint(Sample.at(47)))
    material.incident.impact = nil
    material.incident.summary = nil
    material.incident.verification = nil
    material.incident.roles = []
    material.incident.pagedAt = nil
    material.entries = []
    material.runs[0].finishedAt = nil
    let gaps = PostMortem.draft(material).gaps
    let commands = gaps.compactMap(\.command)
    for command in [
      "sitrep incident times 42 --impact-start TIME", "sitrep incident times 42 --detected TIME",
      "sitrep incident times 42 --mitigated TIME", "sitrep incident impact 42 TEXT", "sitrep incident summary 42 TEXT",
      "sitrep incident role 42 commander NAME", "sitrep incident resolve 42 --verified-by CHECK",
      "sitrep log TEXT -i 42 --kind comms --at TIME", "sitrep log TEXT -i 42 --kind decision --at TIME",
      "sitrep runbook status",
    ] {
      #expect(commands.contains(command), "\(command)")
    }
    #expect(!commands.contains("sitrep incident times 42 --resolved TIME"))
    #expect(PostMortem.draft(Sample.material).gaps.map(\.what) == ["impact start known only roughly"])
  }

  @Test func aBrokenTemplateIsRefusedWithItsLine() {
    #expect {
      try PostMortem.draft(Sample.material).markdown(template: "# {{title}}\n\n{{#lines}}\nno end")
    } throws: { error in
      guard case .templateIsBroken(let line, _)? = error as? ReviewRefusal else { return false }
      return line.map { (1...4).contains($0) } == true && (error as? ReviewRefusal)?.sentence.hasSuffix(".") == true
    }
  }

  @Test func aTeamsOwnTemplateTakesTheSameNames() throws {
    let text = try PostMortem.draft(Sample.material).markdown(
      template: "{{label}} {{severity}}{{nothing}}\n{{#lines}}{{kind}} {{/lines}}\n")
    #expect(text.hasPrefix("#42 SEV1\n"))
    #expect(text.contains("mark mark alert mark status"))
  }

  @Test func reviewsAreDue() {
    // A Saturday; three days on, or the fifth working day after it.
    #expect(ReviewDueDate.after(Sample.start, severity: .sev1) == Sample.start + .days(3))
    #expect(ReviewDueDate.after(Sample.start, severity: .sev2) == Sample.start + .days(6))
    let wednesday = Sample.start + .days(4)
    #expect(ReviewDueDate.after(wednesday, severity: .sev2) == wednesday + .days(7))
    #expect(ReviewDueDate.after(Sample.start, severity: .sev3) == nil)
  }

  @Test func aDrillOwesNothingAndSaysSo() throws {
    var material = Sample.material
    material.incident.isDrill = true
    let draft = PostMortem.draft(material)
    #expect(draft.reviewDue == nil)
    #expect(try draft.markdown().contains("**DRILL"))
  }
}
