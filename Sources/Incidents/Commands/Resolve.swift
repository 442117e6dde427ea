package import EventLog

/// Fully back; with a check that proves it, or without.
package struct Resolve: IncidentCommand {
  package var verifiedBy: String?
  package var note: String?
  package var time: GivenTime?

  package init(verifiedBy: String? = nil, note: String? = nil, time: GivenTime? = nil) {
    self.verifiedBy = verifiedBy
    self.note = note
    self.time = time
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    try incident.require(.resolve, verb: "resolve it")
    let time = try (self.time ?? GivenTime(facts.now)).checked(against: facts.now)
    var after = incident.times
    after.resolved = TimePoint(time.at, time.precision)
    try after.requireOrder()
    let proof = verifiedBy?.trimmed
    return [
      incident.draft(
        IncidentResolved(resolution: .fixed, verifiedBy: proof?.isEmpty == false ? proof : nil, note: note),
        at: time.at, precision: time.precision, zone: time.zone)
    ]
  }
}

/// Ends a resolved incident; a major one wants its post-mortem reviewed, or a waiver with a reason.
package struct Close: IncidentCommand {
  package var waiver: String?

  package init(waiver: String? = nil) { self.waiver = waiver }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    if incident.status.isOpen { throw .needsResolution }
    if incident.status == .closed { throw .alreadySo("it is closed already") }
    let reason = waiver?.trimmed ?? ""
    if incident.owesPostMortem, reason.isEmpty, !facts.isReviewed { throw .postMortemOwed }
    return [incident.draft(IncidentClosed(waiver: reason.isEmpty ? nil : reason), at: facts.now)]
  }
}

/// It was no incident, or somebody else's: out of the figures, on the record.
package struct Cancel: IncidentCommand {
  package var because: Resolution
  package var note: String?

  package init(because: Resolution, note: String? = nil) {
    self.because = because
    self.note = note
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !because.counts else { throw .reasonNeeded("Cancelling (--because false_alarm, duplicate or cancelled)") }
    try incident.require(.cancel, verb: "cancel it")
    return [incident.draft(IncidentCancelled(because: because, note: note), at: facts.now)]
  }
}

/// Takes a resolved or closed incident up again.
package struct Reopen: IncidentCommand {
  package var reason: String

  package init(reason: String) { self.reason = reason }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !reason.trimmed.isEmpty else { throw .reasonNeeded("Reopening") }
    if incident.mergedInto != nil { throw .alreadySo("it goes on in another incident; split takes it out of there") }
    try incident.require(.reopen, verb: "reopen it")
    return [incident.draft(IncidentReopened(reason: reason.trimmed), at: facts.now)]
  }
}

/// A minor incident whose alerts stayed quiet long enough ends by itself; performed when its deadline is due.
package struct SelfHeal: IncidentCommand {
  package init() {}

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard let due = incident.deadlines.open(Clocks.selfHeal), due.dueAt <= facts.now, facts.alertsFiring == 0,
      !incident.severity.isMajor, incident.status.isOpen
    else { return [] }
    return [
      incident.draft(
        IncidentResolved(resolution: .selfHealed, verifiedBy: "its alerts, quiet since then", note: nil),
        at: facts.now, occasion: "\(incident.id)|\(Clocks.selfHeal)|\(due.dueAt.milliseconds)")
    ]
  }
}
