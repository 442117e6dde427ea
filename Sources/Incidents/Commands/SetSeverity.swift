package import EventLog

/// A person says how bad it is; lowering wants a word of reason.
package struct SetSeverity: IncidentCommand {
  package var severity: Severity
  package var reason: String?

  package init(_ severity: Severity, reason: String? = nil) {
    self.severity = severity
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard incident.status != .closed else {
      throw .wrongStatus(
        verb: "change its severity", status: .closed, allowed: [.triggered, .acknowledged, .mitigated, .resolved])
    }
    if incident.severity == severity, incident.isSeverityConfirmed {
      throw .alreadySo("it is \(severity.name) already")
    }
    let why = reason?.trimmed ?? ""
    if severity > incident.severity, why.isEmpty { throw .reasonNeeded("Lowering the severity to \(severity.name)") }
    return [
      incident.draft(
        SeveritySet(severity: severity, isConfirmed: true, reason: why.isEmpty ? nil : why), at: facts.now)
    ]
  }
}
