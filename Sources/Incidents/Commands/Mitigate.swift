package import EventLog

/// The impact on users ends.
package struct Mitigate: IncidentCommand {
  package var note: String?
  package var time: GivenTime?

  package init(note: String? = nil, time: GivenTime? = nil) {
    self.note = note
    self.time = time
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    try incident.require(.mitigate, verb: "mark it mitigated")
    let time = try (self.time ?? GivenTime(facts.now)).checked(against: facts.now)
    var after = incident.times
    after.mitigated = TimePoint(time.at, time.precision)
    try after.requireOrder()
    return [
      incident.draft(IncidentMitigated(note: note), at: time.at, precision: time.precision, zone: time.zone)
    ]
  }
}
