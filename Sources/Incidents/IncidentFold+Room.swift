import EventLog

extension IncidentFold {
  /// What people do together in the room: tasks, decisions, hypotheses, offers, evidence, merge and split. What names
  /// something that is not there stands on the timeline and changes nothing.
  /// - Returns: false for a kind that is none of these.
  static func applyRoom(_ event: Event, to incident: inout Incident) -> Bool {
    switch event.kind {
    case TaskDelegated.kind: delegated(event, &incident)
    case TaskUnderstood.kind:
      guard let body = event.decoded(TaskUnderstood.self) else { break }
      change(&incident.tasks, body.task) { if $0.state == .given { $0.state = .understood } }
    case TaskFinished.kind:
      guard let body = event.decoded(TaskFinished.self) else { break }
      change(&incident.tasks, body.task) { end(&$0, .done, at: event.happenedAt, note: body.note) }
    case TaskDropped.kind:
      guard let body = event.decoded(TaskDropped.self) else { break }
      change(&incident.tasks, body.task) { end(&$0, .dropped, at: event.happenedAt, note: body.reason) }
    case DecisionProposed.kind, DecisionObjected.kind, DecisionSettled.kind: decided(event, &incident)
    case HypothesisAdded.kind, HypothesisConfirmed.kind, HypothesisRuledOut.kind: supposed(event, &incident)
    case RoleOffered.kind: offered(event, &incident)
    case RoleDeclined.kind:
      guard let body = event.decoded(RoleDeclined.self) else { break }
      incident.offers.removeAll { $0.role == body.role && $0.person == body.person }
    case EvidenceLinked.kind:
      guard let body = event.decoded(EvidenceLinked.self) else { break }
      incident.links.append(EvidenceLink(id: event.id, entry: body.entry, link: body.link, note: body.note))
    case AlertJudged.kind:
      guard let body = event.decoded(AlertJudged.self) else { break }
      incident.alertJudgements.removeAll { $0.alert == body.alert }
      guard let verdict = body.verdict else { break }
      incident.alertJudgements.append(
        AlertJudgement(
          alert: body.alert, name: body.name, verdict: verdict, person: event.actor.person, at: event.happenedAt))
    case AlertMissed.kind:
      guard let body = event.decoded(AlertMissed.self) else { break }
      incident.missingAlerts.append(
        MissingAlert(id: event.id, text: body.text, person: event.actor.person, at: event.happenedAt))
    case IncidentSnoozed.kind:
      guard let body = event.decoded(IncidentSnoozed.self) else { break }
      if body.until == nil || incident.status != .triggered { incident.snoozedUntil = body.until }
    case AcknowledgeTimedOut.kind: timedOut(event, &incident)
    default: return applyMerge(event, to: &incident)
    }
    return true
  }

  private static func timedOut(_ event: Event, _ incident: inout Incident) {
    guard move(&incident, .acknowledgeTimeOut, event) else { return }
    givenBack(&incident)
    let body = event.decoded(AcknowledgeTimedOut.self)
    incident.call = WakeCall(
      body?.isUnanswered == true ? .unanswered : .timedOut, person: body?.person, at: event.happenedAt)
  }

  private static func delegated(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(TaskDelegated.self) else { return }
    // Two files that both gave a number while apart: the later one takes the next that is free.
    let number = free(body.number, in: incident.tasks.map(\.number))
    incident.tasks.append(
      Delegation(
        id: event.id, number: number, person: body.person, text: body.text, givenBy: event.actor.person,
        givenAt: event.happenedAt, dueAt: body.dueAt, carriedFrom: body.carriedFrom, clock: "task:\(body.number)"))
  }

  private static func end(_ task: inout Delegation, _ state: Delegation.State, at: Instant, note: String?) {
    guard task.isOpen else { return }
    task.state = state
    task.endedAt = max(at, task.givenAt)
    task.note = note
  }

  private static func decided(_ event: Event, _ incident: inout Incident) {
    switch event.kind {
    case DecisionProposed.kind:
      guard let body = event.decoded(DecisionProposed.self) else { return }
      let number = free(body.number, in: incident.decisions.map(\.number))
      incident.decisions.append(
        Decision(
          id: event.id, number: number, text: body.text, person: event.actor.person, at: event.happenedAt,
          state: .proposed, knew: body.knew, options: body.options, dueAt: body.dueAt,
          clock: "objections:\(body.number)"))
    case DecisionObjected.kind:
      guard let body = event.decoded(DecisionObjected.self) else { return }
      change(&incident.decisions, body.decision) {
        $0.objections.append(
          Decision.Objection(person: event.actor.person, role: body.role, text: body.text, at: event.happenedAt))
      }
    default:
      guard let body = event.decoded(DecisionSettled.self) else { return }
      change(&incident.decisions, body.decision) {
        guard $0.state == .proposed else { return }
        $0.state = body.isMade ? .made : .dropped
        $0.settledAt = event.happenedAt
        $0.settledBy = event.actor.person
        $0.note = body.note
      }
    }
  }

  private static func supposed(_ event: Event, _ incident: inout Incident) {
    func settle(_ id: EventID, _ state: Hypothesis.State, _ evidence: String?) {
      change(&incident.hypotheses, id) {
        $0.state = state
        $0.evidence = evidence
        $0.settledBy = event.actor.person
        $0.settledAt = event.happenedAt
      }
    }
    switch event.kind {
    case HypothesisAdded.kind:
      guard let body = event.decoded(HypothesisAdded.self) else { return }
      incident.hypotheses.append(
        Hypothesis(
          id: event.id, number: free(body.number, in: incident.hypotheses.map(\.number)), text: body.text,
          person: event.actor.person, at: event.happenedAt))
    case HypothesisConfirmed.kind:
      guard let body = event.decoded(HypothesisConfirmed.self) else { return }
      settle(body.hypothesis, .confirmed, body.evidence)
    default:
      guard let body = event.decoded(HypothesisRuledOut.self) else { return }
      settle(body.hypothesis, .ruledOut, body.evidence)
    }
  }

  private static func offered(_ event: Event, _ incident: inout Incident) {
    guard incident.status != .closed, let body = event.decoded(RoleOffered.self) else { return }
    // A role is offered to one person at a time.
    incident.offers.removeAll { $0.role == body.role }
    incident.offers.append(
      RoleOffer(
        id: event.id, role: body.role, person: body.person, holder: body.holder, offeredBy: event.actor.person,
        at: event.happenedAt, dueAt: body.dueAt))
  }

  private static func free(_ wanted: Int, in taken: [Int]) -> Int {
    taken.contains(wanted) ? (taken.max() ?? 0) + 1 : wanted
  }

  private static func change<Part: Identifiable>(
    _ parts: inout [Part], _ id: Part.ID, _ body: (inout Part) -> Void
  ) {
    if let place = parts.firstIndex(where: { $0.id == id }) { body(&parts[place]) }
  }
}

extension Delegation: Identifiable {}
extension Decision: Identifiable {}
extension Hypothesis: Identifiable {}
