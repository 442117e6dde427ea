package import EventLog

/// Says whether an alert of an incident that is over helped; without a verdict it takes that back.
package struct JudgeAlert: IncidentCommand {
  package var alert: StreamID
  package var name: String
  package var verdict: AlertVerdict?

  package init(_ alert: StreamID, name: String, verdict: AlertVerdict?) {
    self.alert = alert
    self.name = name
    self.verdict = verdict
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    try incident.requireOver(to: "judge its alerts")
    let standing = incident.alertJudgements.first { $0.alert == alert }?.verdict
    if standing == verdict {
      throw .alreadySo(verdict.map { "\(name) \($0.words), as was said before" } ?? "nobody said anything of \(name)")
    }
    return [incident.draft(AlertJudged(alert: alert, name: name, verdict: verdict), at: facts.now)]
  }
}

/// Says that an alert was missing: what should have fired and did not.
package struct ReportMissingAlert: IncidentCommand {
  package var text: String

  package init(_ text: String) { self.text = text }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    try incident.requireOver(to: "say which alert was missing")
    let plain = text.trimmed
    guard !plain.isEmpty else { throw .emptyText("What should have fired") }
    if incident.missingAlerts.contains(where: { $0.text == plain }) { throw .alreadySo("that is on record already") }
    return [incident.draft(AlertMissed(text: plain), at: facts.now)]
  }
}

extension Incident {
  /// What helped is known when it is over, and judging takes nobody's attention from what burns.
  fileprivate func requireOver(to verb: String) throws(IncidentRefusal) {
    guard !status.isOpen else {
      throw .wrongStatus(verb: verb, status: status, allowed: [.resolved, .closed])
    }
  }
}
