package import EventLog

/// Merges the incident into another one: it closes as a duplicate, its clocks stop, and its open tasks go along.
package struct Merge: IncidentCommand {
  package var into: StreamID
  package var reason: String?

  package init(into: StreamID, reason: String? = nil) {
    self.into = into
    self.reason = reason
  }

  package func others(beside incident: Incident) -> [StreamID] { [into] }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard into != incident.id, let parent = facts.others[into], parent.exists else { throw .unknownIncident }
    try incident.require(.merge, verb: "merge it")
    guard parent.status.isOpen else {
      throw .wrongStatus(
        verb: "merge into it", status: parent.status, allowed: [.triggered, .acknowledged, .mitigated])
    }
    guard incident.children.isEmpty else { throw .hasChildren(incident.children.map(\.number)) }
    guard incident.isDrill == parent.isDrill else { throw .drillAndReal }
    let merged = incident.draft(IncidentMerged(into: into, number: parent.number, reason: reason.said), at: facts.now)
    let absorbed = parent.draft(
      IncidentAbsorbed(child: incident.id, number: incident.number, title: incident.title), at: facts.now)
    let tasks = incident.tasks.filter(\.isOpen).enumerated().map { place, task in
      parent.draft(
        TaskDelegated(
          number: parent.nextTask + place, person: task.person, text: task.text, dueAt: task.dueAt,
          carriedFrom: incident.id), at: facts.now)
    }
    return [merged, absorbed] + tasks
  }
}

/// Takes a merge back: the incident stands by itself again, its tasks with it.
package struct Split: IncidentCommand {
  package var reason: String?

  package init(reason: String? = nil) { self.reason = reason }

  package func others(beside incident: Incident) -> [StreamID] { incident.mergedInto.map { [$0] } ?? [] }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard let id = incident.mergedInto else {
      guard incident.suspectedParent != nil else { throw .alreadySo("it is merged into no other incident") }
      return [incident.draft(ParentSuspected(parent: nil, number: nil, because: reason.said), at: facts.now)]
    }
    guard let parent = facts.others[id] else { throw .unknownIncident }
    return [
      incident.draft(
        IncidentSplit(
          from: id, number: parent.number, status: incident.statusBeforeMerge ?? .acknowledged, reason: reason.said),
        at: facts.now),
      parent.draft(IncidentReleased(child: incident.id, number: incident.number), at: facts.now),
    ]
  }
}
