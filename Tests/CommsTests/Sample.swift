import EventLog
import Incidents
import TestSupport

@testable import Comms

/// A SEV1 with lea in command and its impact known, five minutes after its declaration.
enum Sample {
  static func incident(_ severity: Severity = .sev1) throws -> IncidentScenario {
    var scenario = try IncidentScenario.declared(severity, impactStarted: TimePoint(.at("09:52"), .approximate))
    try scenario.perform(AssignRole(.commander, person: "lea"))
    try scenario.perform(SetImpact("Cards are refused for some customers"))
    scenario.now = .at("10:05")
    return scenario
  }

  static func material(_ scenario: IncidentScenario, given: [String: String] = [:]) -> DraftMaterial {
    DraftMaterial(
      incident: scenario.incident, label: "4", sent: SentText.all(in: scenario.history), now: scenario.now,
      clocks: scenario.clocks, given: given)
  }

  static func draft(
    _ scenario: IncidentScenario, _ audience: Audience = .everyone, given: [String: String] = [:]
  ) throws -> MessageDraft {
    try MessageDraft.make(material(scenario, given: given), for: audience)
  }

  static func draft(_ text: String, title: String = "Checkout fails", audience: Audience = .everyone) -> MessageDraft {
    MessageDraft(
      label: "4", severity: .sev1, isDrill: false, audience: audience, moment: .update, state: .identified,
      title: title, text: text, sentence: text, nextUpdateAt: .at("14:30"), missing: [])
  }
}
