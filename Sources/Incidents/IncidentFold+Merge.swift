import EventLog

extension IncidentFold {
  /// Merge and split: each side in its own stream.
  static func applyMerge(_ event: Event, to incident: inout Incident) -> Bool {
    switch event.kind {
    case IncidentMerged.kind:
      let before = incident.status
      guard let body = event.decoded(IncidentMerged.self), move(&incident, .merge, event) else { break }
      incident.resolution = .duplicate
      incident.closedAt = event.happenedAt
      incident.mergedInto = body.into
      incident.statusBeforeMerge = before
      incident.suspectedParent = nil
      endRoles(at: event.happenedAt, &incident)
    case IncidentSplit.kind: split(event, &incident)
    case IncidentAbsorbed.kind:
      guard let body = event.decoded(IncidentAbsorbed.self) else { break }
      incident.children.removeAll { $0.id == body.child }
      incident.children.append(MergedChild(id: body.child, number: body.number, title: body.title))
    case IncidentReleased.kind:
      guard let body = event.decoded(IncidentReleased.self) else { break }
      incident.children.removeAll { $0.id == body.child }
      for index in incident.tasks.indices where incident.tasks[index].carriedFrom == body.child {
        guard incident.tasks[index].isOpen else { continue }
        incident.tasks[index].state = .dropped
        incident.tasks[index].endedAt = event.happenedAt
      }
    case ParentSuspected.kind:
      guard let body = event.decoded(ParentSuspected.self) else { break }
      incident.suspectedParent = body.parent
      incident.suspectedBecause = body.because
    default: return false
    }
    return true
  }

  /// Only what the merge had closed is taken up again.
  private static func split(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(IncidentSplit.self), incident.status == .closed, incident.mergedInto == body.from
    else { return }
    setStatus(body.status, at: event.happenedAt, &incident)
    incident.resolution = nil
    incident.closedAt = nil
    incident.mergedInto = nil
    incident.statusBeforeMerge = nil
    incident.revision += 1
  }
}
