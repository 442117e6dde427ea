package import EventLog

/// Ends an incident whose last alert its own sender has resolved: somebody there said that it is over.
package struct EndWithAlerts: IncidentCommand {
  /// Who said so.
  package var sender: String

  package init(sender: String) { self.sender = sender }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard incident.status.isOpen, facts.alertsFiring == 0 else { return [] }
    // What nobody ever took was over before anybody came to it.
    let resolution: Resolution = incident.status == .triggered ? .selfHealed : .fixed
    return [
      incident.draft(
        IncidentResolved(resolution: resolution, verifiedBy: nil, note: "resolved by \(sender)"), at: facts.now)
    ]
  }
}
