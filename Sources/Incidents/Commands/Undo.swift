package import EventLog

/// Takes back the actor's own last command on this incident, within five minutes.
package struct Undo: IncidentCommand {
  package static let window = Span.minutes(5)

  package init() {}

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard let target = Undo.candidate(in: facts.history, by: facts.actor.person, now: facts.now) else {
      throw .nothingToUndo("you changed nothing here in the last five minutes")
    }
    let what = IncidentFold.text(of: target) ?? target.kind
    switch target.kind {
    case TimelineNoted.kind:
      return [incident.draft(EventCorrected(reason: "undone"), at: facts.now, supersedes: target.id)]
    case IncidentOpened.kind, IncidentDeclared.kind:
      throw .nothingToUndo("an incident stays on record once declared; cancel it with --because false_alarm")
    case IncidentAcknowledged.kind:
      return [incident.draft(IncidentUnacknowledged(reason: "undone"), at: facts.now)]
    default:
      guard let last = facts.history.lastIndex(where: { $0.id == target.id }) else { return [] }
      let before = IncidentFold.state(of: incident.id, from: Array(facts.history[..<last]))
      return [incident.draft(undone(target.id, what: what, before: before), at: facts.now)]
    }
  }

  /// The command that `u` would take back, so that the screen can name it.
  package static func candidate(in history: [Event], by person: String, now: Instant) -> Event? {
    let quiet: Set = [DeadlineSet.kind, EventRedacted.kind]
    let effective = EffectiveEvent.resolve(history, payloads: IncidentFold.payloads)
    guard
      let last = effective.last(where: {
        !quiet.contains($0.event.kind) && !$0.isRetracted && $0.event.actor.person == person
          && $0.event.actor.assurance != .machine
      })?.event,
      now - last.recordedAt <= window
    else { return nil }
    let isUndo = last.kind == CommandUndone.kind || last.kind == EntryPinned.kind || last.kind == EntryHidden.kind
    let isUndoneAcknowledge =
      last.kind == IncidentUnacknowledged.kind && last.decoded(IncidentUnacknowledged.self)?.reason == "undone"
    return isUndo || isUndoneAcknowledge ? nil : last
  }

  private func undone(_ target: EventID, what: String, before: Incident) -> CommandUndone {
    CommandUndone(
      target: target, what: what, status: before.status, resolution: before.resolution, severity: before.severity,
      isSeverityConfirmed: before.isSeverityConfirmed, title: before.title, service: before.service,
      tier: before.tier, times: before.times, acknowledgedAt: before.acknowledgedAt,
      acknowledgedBy: before.acknowledgedBy, verification: before.verification, roles: before.roles)
  }
}
