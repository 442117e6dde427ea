package import EventLog

/// Takes the incident back from an owner who was asked to answer, because an alert fires again or raised the severity,
/// and did not; performed by the clock.
package struct TimeOutAnswer: IncidentCommand {
  package init() {}

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard incident.status == .acknowledged, let due = incident.deadlines.open(Clocks.answer), due.dueAt <= facts.now
    else { return [] }
    return [
      incident.draft(
        AcknowledgeTimedOut(person: incident.owner, silence: facts.clocks.answer.milliseconds, isUnanswered: true),
        at: facts.now, occasion: "\(incident.id)|answer_timed_out|\(due.dueAt.milliseconds)")
    ]
  }
}
