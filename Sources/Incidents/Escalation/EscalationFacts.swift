package import EventLog

/// What deciding about pages may know beside the incident.
package struct EscalationFacts: Sendable {
  package var incident: IncidentFacts
  /// What is in force for an escalation that begins; one that runs keeps its own.
  package var policy: EscalationPolicy
  /// Who is on call now.
  package var team: PagingTeam
  /// What keeps pages of this incident back now.
  package var holds: [EscalationHold]

  package init(
    incident: IncidentFacts, policy: EscalationPolicy = EscalationPolicy(), team: PagingTeam,
    holds: [EscalationHold] = []
  ) {
    self.incident = incident
    self.policy = policy
    self.team = team
    self.holds = holds
  }

  package var now: Instant { incident.now }

  /// Who wakes people for the incident's service; nobody where the service is not known.
  package func pager(of incident: Incident) -> Service.Pager {
    incident.service.flatMap { self.incident.services[$0]?.pager } ?? .none
  }
}
