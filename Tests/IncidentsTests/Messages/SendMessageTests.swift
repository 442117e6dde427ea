import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Messages")
struct SendMessageTests {
  private func send(_ text: String = "Checkout fails.", _ audience: Audience = .everyone) -> SendMessage {
    SendMessage(text, to: audience, by: "statuspage")
  }

  @Test("to the public want the commander's approval, or say why they went without")
  func approval() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    #expect(throws: IncidentRefusal.approvalNeeded(.everyone, commander: nil)) { try scenario.perform(send()) }
    try scenario.perform(AssignRole(.commander, person: "tom"))
    #expect(throws: IncidentRefusal.approvalNeeded(.everyone, commander: "tom")) { try scenario.perform(send()) }
    #expect(throws: IncidentRefusal.commandersWord("Approving what the public reads", commander: "tom")) {
      try scenario.perform(ApproveMessage("Checkout fails.", for: .everyone))
    }
    try scenario.perform(ApproveMessage("Checkout fails.\n", for: .everyone), by: .tom, at: "10:02")
    #expect(throws: IncidentRefusal.approvalNeeded(.everyone, commander: "tom")) {
      try scenario.perform(send("Checkout fails a lot."))
    }
    #expect(throws: IncidentRefusal.approvalNeeded(.customers, commander: "tom")) {
      try scenario.perform(send("Checkout fails.", .customers))
    }
    let sent = try scenario.perform(send(), at: "10:04")
    #expect(
      IncidentFold.text(of: sent[0]) == "To the public by statuspage: Checkout fails. (approved by tom)")
    var late = send("It is out.")
    late.unapproved = "tom slept"
    let out = try scenario.perform(late, at: "10:06")
    #expect(IncidentFold.text(of: out[0]) == "To the public by statuspage: It is out. (not approved: tom slept)")
    try scenario.perform(send("To us.", .team))
    try scenario.perform(send("To them.", .management))
  }

  @Test("of the commander count as approved, but not under a name that was only said")
  func commander() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    try scenario.perform(AssignRole(.commander, person: "lea"))
    var said = Actor.lea
    said.assurance = .asserted
    #expect(throws: IncidentRefusal.approvalNeeded(.everyone, commander: "lea")) {
      try scenario.perform(send(), by: said)
    }
    let sent = try scenario.perform(send())
    #expect(sent[0].decoded(TimelineNoted.self)?.message?.approvedBy == "lea")
    var other = send("More.")
    other.mayApprove = true
    #expect(try scenario.perform(other, by: .tom)[0].decoded(TimelineNoted.self)?.message?.approvedBy == "tom")
  }

  @Test("with gaps are refused by the names of the gaps")
  func gaps() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    #expect(throws: IncidentRefusal.gapsInMessage(["impact", "started_at"])) {
      try scenario.perform(send("It hurts {{impact}} since {{ started_at }} {{impact}}", .team))
    }
    #expect(throws: IncidentRefusal.gapsInMessage(["impact"])) {
      try scenario.perform(ApproveMessage("{{impact}}", for: .everyone))
    }
    #expect(throws: IncidentRefusal.emptyText("The message")) { try scenario.perform(send(" \n", .team)) }
  }

  @Test("are refused where another went out after the draft was opened")
  func claim() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    try scenario.perform(send("One.", .team), by: .tom, at: "10:05")
    var mine = send("Two.", .team)
    mine.draftOpenedAt = .at("10:04")
    #expect(throws: IncidentRefusal.anotherWentOut(.team, by: "tom", at: .at("10:05"))) {
      try scenario.perform(mine, at: "10:06")
    }
    mine.draftOpenedAt = .at("10:05")
    try scenario.perform(mine)
    // What was written down late counts from when it could be read.
    var backdated = send("Zero.", .team)
    backdated.time = GivenTime(.at("10:01"))
    try scenario.perform(backdated, by: .tom, at: "10:08")
    mine.draftOpenedAt = .at("10:07")
    #expect(throws: IncidentRefusal.anotherWentOut(.team, by: "tom", at: .at("10:08"))) {
      try scenario.perform(mine, at: "10:09")
    }
  }

  @Test("have the occasion that the incident gives them")
  func moments() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    func moment() -> MessageMoment { scenario.incident.moment(for: .team) }
    #expect(moment() == .first)
    try scenario.perform(send("One.", .team))
    #expect(moment() == .update)
    try scenario.perform(Mitigate(), at: "10:05")
    #expect(moment() == .change)
    try scenario.perform(send("Two.", .team), at: "10:06")
    #expect(moment() == .update)
    try scenario.perform(Resolve(), at: "10:10")
    #expect(moment() == .final)
    let final = try scenario.perform(send("Three.", .team))
    #expect(final[0].decoded(TimelineNoted.self)?.message?.moment == .final)
    #expect(scenario.incident.lastTold(.team)?.state == .resolved)
    #expect(scenario.incident.moment(for: .everyone) == .final)
  }

  /// What stands in a store of an earlier version: no audience, and so the team's.
  @Test("of earlier versions count as told to those inside")
  func earlier() throws {
    var scenario = try IncidentScenario.declared(.sev1)
    var draft = try Log("x", entry: .comms).decide(on: scenario.incident, facts: scenario.facts(by: .lea))[0]
    draft.payload = #"{"entry":"comms","text":"Still working"}"#
    scenario.record([draft], by: .lea)
    #expect(scenario.incident.lastUpdateAt == .at("10:00") && scenario.incident.lastTold(.team)?.at == .at("10:00"))
    #expect(scenario.incident.lastTold(.everyone) == nil && scenario.incident.firstPublicUpdateAt == nil)
  }

  @Test(
    "name the gaps of a text",
    arguments: [
      ("", []), ("no gap", []), ("{{a}} {{ b }} {{a}}", ["a", "b"]), ("{{open", []), ("}}{{x}}", ["x"]),
      ("{{}}", [""]),
    ] as [(String, [String])])
  func names(text: String, gaps: [String]) { #expect(MessageGaps.names(in: text) == gaps) }
}
