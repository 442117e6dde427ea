package import EventLog

/// Puts the title or the service right.
package struct Edit: IncidentCommand {
  package var title: String?
  package var service: String?

  package init(title: String? = nil, service: String? = nil) {
    self.title = title
    self.service = service
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let newTitle = title?.trimmed
    let newService = service?.trimmed
    if newTitle?.isEmpty == true { throw .emptyText("The title") }
    if newService?.isEmpty == true { throw .emptyText("The service") }
    let titleChanges = newTitle != nil && newTitle != incident.title
    let serviceChanges = newService != nil && newService != incident.service
    guard titleChanges || serviceChanges else { throw .alreadySo("title and service read so already") }
    return [
      incident.draft(
        IncidentEdited(
          title: titleChanges ? newTitle : nil, service: serviceChanges ? newService : nil,
          tier: serviceChanges ? newService.flatMap { facts.services[$0]?.tier } : nil),
        at: facts.now)
    ]
  }
}

/// Sets some of the five times, with the precision they are known to.
package struct SetTimes: IncidentCommand {
  package var times: IncidentTimes
  package var reason: String?

  package init(_ times: IncidentTimes, reason: String? = nil) {
    self.times = times
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard times != IncidentTimes() else { throw .emptyText("The time") }
    for point in [times.impactStarted, times.detected, times.declared, times.mitigated, times.resolved] {
      if let point, point.at > facts.now + .minutes(1) { throw .timeInFuture(point.at) }
    }
    var times = times
    // A mitigation that only followed from the resolution goes with it.
    if times.mitigated == nil, let resolved = times.resolved, incident.times.mitigated == incident.times.resolved {
      times.mitigated = incident.times.mitigated == nil ? nil : resolved
    }
    let after = incident.times.replaced(by: times)
    if after == incident.times { throw .alreadySo("the times read so already") }
    try after.requireOrder()
    let corrects = after != times.replaced(by: incident.times)
    let why = reason?.trimmed ?? ""
    if corrects, why.isEmpty { throw .reasonNeeded("Correcting a time that was set already") }
    return [incident.draft(TimesSet(times: times, reason: why.isEmpty ? nil : why), at: facts.now)]
  }
}

/// Gives a role to somebody, or to nobody. The command is not taken from whoever has it without a word of reason.
package struct AssignRole: IncidentCommand {
  package var role: Role
  package var person: String?
  package var reason: String?

  package init(_ role: Role, person: String?, reason: String? = nil) {
    self.role = role
    self.person = person
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    if incident.status == .closed {
      throw .wrongStatus(
        verb: "give a role", status: .closed, allowed: [.triggered, .acknowledged, .mitigated, .resolved])
    }
    let given = person?.trimmed
    let name = given?.isEmpty == false ? given : nil
    if incident.holder(of: role) == name {
      throw .alreadySo(name.map { "\($0) is \(role.rawValue) already" } ?? "nobody is \(role.rawValue)")
    }
    if role == .commander, let holder = incident.commander, name != nil || holder != facts.actor.person,
      reason.said == nil
    {
      throw .commandHeld(by: holder)
    }
    return [incident.draft(RoleAssigned(role: role, person: name, reason: reason.said), at: facts.now)]
  }
}

/// Says in one sentence what users feel.
package struct SetImpact: IncidentCommand {
  package var text: String

  package init(_ text: String) { self.text = text }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !text.trimmed.isEmpty else { throw .emptyText("The impact") }
    return [incident.draft(ImpactSet(text: text.trimmed), at: facts.now)]
  }
}

/// Reports condition, actions and needs; what is left out stays as it was.
package struct SetReport: IncidentCommand {
  package var condition: String?
  package var actions: String?
  package var needs: String?

  package init(condition: String? = nil, actions: String? = nil, needs: String? = nil) {
    self.condition = condition
    self.actions = actions
    self.needs = needs
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let old = incident.report ?? ConditionReport()
    let new = ConditionReport(
      condition: condition?.trimmed ?? old.condition, actions: actions?.trimmed ?? old.actions,
      needs: needs?.trimmed ?? old.needs)
    guard new != old else {
      throw incident.report == nil ? .emptyText("The report") : .alreadySo("the report reads so already")
    }
    return [
      incident.draft(
        ReportSet(condition: new.condition, actions: new.actions, needs: new.needs), at: facts.now)
    ]
  }
}

/// Writes the two or three sentences that open the post-mortem.
package struct SetSummary: IncidentCommand {
  package var text: String

  package init(_ text: String) { self.text = text }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !text.trimmed.isEmpty else { throw .emptyText("The summary") }
    return [incident.draft(SummarySet(text: text.trimmed), at: facts.now)]
  }
}

/// Names the bridge or the channel where people meet.
package struct SetMeetingPoint: IncidentCommand {
  package var bridgeURL: String?
  package var channel: String?

  package init(bridgeURL: String? = nil, channel: String? = nil) {
    self.bridgeURL = bridgeURL
    self.channel = channel
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let given = [bridgeURL, channel].map { $0?.trimmed }.map { $0?.isEmpty == false ? $0 : nil }
    guard given != [nil, nil] else { throw .emptyText("Bridge and channel") }
    return [incident.draft(MeetingPointSet(bridgeURL: given[0], channel: given[1]), at: facts.now)]
  }
}

extension SetReport {
  /// "condition | actions | needs"; a part left empty stays as it was.
  package init(line: String) {
    let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map { part -> String? in
      let words = part.split(separator: " ").joined(separator: " ")
      return words.isEmpty ? nil : words
    }
    self.init(
      condition: parts.first ?? nil, actions: parts.count > 1 ? parts[1] : nil, needs: parts.count > 2 ? parts[2] : nil)
  }
}
