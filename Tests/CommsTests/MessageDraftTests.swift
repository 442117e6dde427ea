import EventLog
import Foundation
import Incidents
import TestSupport
import Testing

@testable import Comms

@Suite struct MessageDraftTests {
  @Test(arguments: Audience.allCases)
  func theShippedTemplatesAreThoseInTheBinary(audience: Audience) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = folder.appending(path: "docs/templates/comms/\(audience.rawValue).mustache")
    #expect(try String(contentsOf: file, encoding: .utf8) == MessageTemplate.text(for: audience))
  }

  @Test func theFirstPublicMessageIsWhatTheLogKnows() throws {
    let draft = try Sample.draft(try Sample.incident())
    #expect(
      draft.text == """
        Investigating: We are looking into problems with checkout.

        What you may notice: Cards are refused for some customers
        Since: about 09:52 UTC

        Next update by 10:35 UTC
        """)
    #expect(draft.moment == .first && draft.state == .investigating && draft.missing == [])
    #expect(draft.nextUpdateAt == .at("10:35") && draft.difference == [])
  }

  /// Five audiences, five occasions, four severities: each is whole, or names what nothing says.
  @Test(arguments: Audience.allCases, Severity.allCases)
  func everyMessageIsWhole(audience: Audience, severity: Severity) throws {
    let scenario = try Sample.incident(severity)
    for moment in MessageMoment.allCases {
      let given = ["data_loss": "no", "recovery": "confirmed by a purchase"]
      let draft = try MessageDraft.make(
        Sample.material(scenario, given: given), for: audience, moment: moment)
      #expect(draft.missing == [] && !draft.text.contains("{{"), "\(draft.text)")
      #expect(draft.text.contains("Cards are refused for some customers") && draft.text.contains("09:52"))
      #expect(draft.text.contains(draft.sentence))
      #expect(draft.text.contains("Data lost: no") == (moment == .final))
      #expect(draft.text.lowercased().contains("correct") == (moment == .correction))
      #expect(!draft.text.hasPrefix("\n") && !draft.text.hasSuffix("\n") && !draft.text.contains("\n\n\n"))
      #expect((draft.nextUpdateAt == nil) == (moment == .final || severity == .sev4 && !audience.isOutside))
      if let next = draft.nextUpdateAt {
        #expect(draft.text.contains(MessageDraft.time(next, now: scenario.now)))
      }
    }
  }

  @Test func whatNothingSaysIsNamed() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    #expect(try Sample.draft(scenario).missing == ["impact"])
    #expect(try Sample.draft(scenario, given: ["impact": "x"]).missing == [])
    try scenario.perform(Resolve(), at: "10:10")
    let final = try Sample.draft(scenario, given: ["impact": "x"])
    #expect(final.missing == ["recovery", "data_loss"] && final.text.contains("Data lost: {{data_loss}}"))
    var verified = try Sample.incident()
    try verified.perform(Resolve(verifiedBy: "a purchase"), at: "10:10")
    #expect(try Sample.draft(verified).missing == ["data_loss"])
  }

  @Test func thoseOutsideNeverReadTheTitleThatIsMeantForThoseInside() throws {
    let scenario = try Sample.incident()
    let inside = try Sample.draft(scenario, .team)
    for audience in Audience.allCases where audience.isOutside {
      let draft = try Sample.draft(scenario, audience)
      #expect(draft.title == "Problems with checkout" && !draft.text.contains(inside.title))
    }
  }

  @Test func aSecondMessageSaysWhatIsNew() throws {
    var scenario = try Sample.incident()
    let first = try Sample.draft(scenario)
    try scenario.perform(SendMessage(first.text, to: .everyone, by: "page", title: "Cards are refused"))
    let cause = try #require(try scenario.perform(AddHypothesis("the disk"), at: "10:20").first).id
    try scenario.perform(SettleHypothesis(cause, isConfirmed: true, evidence: "df"), at: "10:30")
    var material = Sample.material(scenario)
    material.sentence = "The payment provider answers late; we switch to the second one."
    let draft = try MessageDraft.make(material, for: .everyone)
    #expect(draft.moment == .change && draft.state == .identified && draft.title == "Cards are refused")
    #expect(
      draft.difference.map(\.words) == [
        "- Investigating: We are looking into problems with checkout.", "- Next update by 10:35 UTC",
        "+ Identified: The payment provider answers late; we switch to the second one.", "+ Next update by 11:00 UTC",
      ])
    #expect(try Sample.draft(scenario, .team).last == nil)
  }

  @Test func thoseInsideReadWhatTheCommanderReported() throws {
    var scenario = try Sample.incident()
    try scenario.perform(
      SetReport(condition: "1 in 10 cards fails", actions: "switching providers", needs: "a DBA"))
    let draft = try Sample.draft(scenario, .team)
    #expect(
      draft.text == """
        SEV1 #4 Checkout fails: Investigating
        1 in 10 cards fails
        Impact: Cards are refused for some customers, since about 09:52 UTC
        Under way: switching providers
        Needed: a DBA
        Commander: lea
        Next update by 10:35 UTC
        """)
  }

  @Test func nothingOfADrillIsDraftedForOutside() throws {
    var scenario = IncidentScenario()
    var facts = scenario.facts(by: .lea)
    facts.isDrill = true
    scenario.record(try Declare(title: "T", severity: .sev1).drafts(in: scenario.stream, facts: facts), by: .lea)
    #expect(throws: CommsRefusal.drillStaysInside(.everyone)) { try Sample.draft(scenario) }
    #expect(try Sample.draft(scenario, .team).text.hasPrefix("DRILL. SEV1 #4"))
    #expect(try Sample.draft(scenario, .management).text.hasPrefix("DRILL. "))
  }

  @Test func aTemplateOfOnesOwnAndItsMistakes() throws {
    let material = Sample.material(try Sample.incident(), given: ["workaround": "a < b & c"])
    let own = try MessageDraft.make(material, for: .everyone, template: "{{status}} {{workaround}} {{severity}}")
    #expect(own.text == "Investigating a < b & c SEV1")
    #expect(throws: CommsRefusal.self) { try MessageDraft.make(material, for: .team, template: "{{#open}}") }
    #expect(throws: CommsRefusal.unknownName("wrokaround", known: DraftMaterial.names)) {
      try Sample.draft(try Sample.incident(), given: ["wrokaround": "x"])
    }
  }

  @Test(
    arguments: [
      ("a\nb", "a\nb", []), ("a\nb", "a\nc", ["- b", "+ c"]), ("", "a", ["+ a"]), ("a\n\nb", "a\nb\n", []),
    ] as [(String, String, [String])])
  func differences(old: String, new: String, words: [String]) {
    #expect(TextChange.between(old, new).map(\.words) == words)
  }
}
