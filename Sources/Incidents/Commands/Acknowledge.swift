package import EventLog

/// "I have it." Stops escalation, confirms the severity, starts the clocks that run from the declaration.
package struct Acknowledge: IncidentCommand {
  package init() {}

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    if incident.status == .acknowledged {
      // Whoever is asked to answer because an alert fires again answers with the same word.
      if incident.acknowledgedBy == nil || incident.deadlines.open(Clocks.answer) != nil {
        return [incident.draft(IncidentAcknowledged(), at: facts.now)]
      }
      // A level may want more people than one.
      if let escalation = incident.escalation, escalation.wantsMore,
        !escalation.acknowledgedBy.contains(facts.actor.person)
      {
        return [incident.draft(IncidentAcknowledged(), at: facts.now)]
      }
      throw .alreadySo("it is acknowledged by \(incident.acknowledgedBy ?? "somebody") already")
    }
    try incident.require(.acknowledge, verb: "acknowledge it")
    return [incident.draft(IncidentAcknowledged(), at: facts.now)]
  }
}

/// Gives the acknowledge back: the incident is nobody's again.
package struct Unacknowledge: IncidentCommand {
  package var reason: String?

  package init(reason: String? = nil) { self.reason = reason }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    try incident.require(.unacknowledge, verb: "take the acknowledge back")
    return [incident.draft(IncidentUnacknowledged(reason: reason), at: facts.now)]
  }
}
