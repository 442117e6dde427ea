import EventLog

extension IncidentFold {
  /// What the timeline says of what people do together in the room; nil for a kind that is none of these.
  static func roomText(_ event: Event) -> String? {
    switch event.kind {
    case TaskDelegated.kind:
      event.decoded(TaskDelegated.self).map { body in
        let time = body.dueAt.map { ", back in \(($0 - event.happenedAt).words)" } ?? ""
        return "@\(body.person) \(body.text) (task \(body.number)\(time))"
      }
    case TaskUnderstood.kind: event.decoded(TaskUnderstood.self).map { "Task \($0.number) is understood" }
    case TaskFinished.kind: event.decoded(TaskFinished.self).map { "Task \($0.number) is done" + reason($0.note) }
    case TaskDropped.kind: event.decoded(TaskDropped.self).map { "Task \($0.number) is dropped" + reason($0.reason) }
    case DecisionProposed.kind: event.decoded(DecisionProposed.self).map { proposedText($0, at: event.happenedAt) }
    case DecisionObjected.kind:
      event.decoded(DecisionObjected.self).map {
        "Objection to decision \($0.number)" + ($0.role.map { " as \($0.rawValue)" } ?? "") + ": \($0.text)"
      }
    case DecisionSettled.kind: event.decoded(DecisionSettled.self).map(settledText)
    case HypothesisAdded.kind: event.decoded(HypothesisAdded.self).map { "Hypothesis \($0.number): \($0.text)" }
    case HypothesisConfirmed.kind:
      event.decoded(HypothesisConfirmed.self).map {
        "Hypothesis \($0.number) is confirmed: \($0.what)" + ($0.evidence.map { " (\($0))" } ?? "")
      }
    case HypothesisRuledOut.kind:
      event.decoded(HypothesisRuledOut.self).map {
        "Hypothesis \($0.number) is ruled out: \($0.what) (\($0.evidence))"
      }
    default: standingText(event)
    }
  }

  private static func standingText(_ event: Event) -> String? {
    switch event.kind {
    case RoleOffered.kind:
      event.decoded(RoleOffered.self).map { "\($0.person) is asked to be \($0.role.rawValue)" }
    case RoleDeclined.kind:
      event.decoded(RoleDeclined.self).map { "\($0.person) will not be \($0.role.rawValue)" + reason($0.reason) }
    case EvidenceLinked.kind: event.decoded(EvidenceLinked.self).map { "Evidence: \($0.link)" + reason($0.note) }
    case AlertJudged.kind:
      event.decoded(AlertJudged.self).map { body in
        body.verdict.map { "The alert \(body.name) \($0.words)" }
          ?? "Nothing is said of the alert \(body.name) any more"
      }
    case AlertMissed.kind: event.decoded(AlertMissed.self).map { "An alert was missing: \($0.text)" }
    case IncidentSnoozed.kind:
      event.decoded(IncidentSnoozed.self).map { body in
        let rest = body.until.map { "Rests for \(($0 - event.happenedAt).words)" } ?? "Rests no longer"
        return rest + reason(body.reason)
      }
    case AcknowledgeTimedOut.kind:
      event.decoded(AcknowledgeTimedOut.self).map { body in
        "Nobody's again: nothing was written for \(Span.milliseconds(body.silence).words) while alerts fire"
          + (body.person.map { ", \($0) had it" } ?? "")
      }
    case IncidentMerged.kind:
      event.decoded(IncidentMerged.self).map { "Merged into #\($0.number)" + reason($0.reason) }
    case IncidentAbsorbed.kind: event.decoded(IncidentAbsorbed.self).map { "#\($0.number) merged in: \($0.title)" }
    case IncidentSplit.kind: event.decoded(IncidentSplit.self).map { "Split from #\($0.number)" + reason($0.reason) }
    case IncidentReleased.kind: event.decoded(IncidentReleased.self).map { "#\($0.number) split off again" }
    case ParentSuspected.kind:
      event.decoded(ParentSuspected.self).map { body in
        guard let number = body.number, body.parent != nil else { return "Follows from no other incident" }
        return "Probably follows from #\(number)" + reason(body.because)
      }
    default: nil
    }
  }

  /// The one word for these kinds; nil for others.
  static func roomLabel(_ event: Event) -> String? {
    switch event.kind {
    case TaskDelegated.kind, TaskUnderstood.kind, TaskFinished.kind, TaskDropped.kind: "task"
    case DecisionProposed.kind, DecisionObjected.kind: "poll"
    case DecisionSettled.kind: event.decoded(DecisionSettled.self)?.isMade == true ? "decision" : "poll"
    case HypothesisAdded.kind, HypothesisConfirmed.kind, HypothesisRuledOut.kind: "suspect"
    case RoleOffered.kind, RoleDeclined.kind: "role"
    case EvidenceLinked.kind: "evidence"
    case AlertJudged.kind, AlertMissed.kind: "review"
    default: nil
    }
  }

  static func reason(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    return ": " + text
  }

  private static func proposedText(_ body: DecisionProposed, at: Instant) -> String {
    var text = "Any strong objections to decision \(body.number): \(body.text)?"
    if let knew = body.knew { text += " Known: \(knew)." }
    if !body.options.isEmpty { text += " Options: \(body.options.joined(separator: "; "))." }
    return text + " Open for \((body.dueAt - at).words)."
  }

  private static func settledText(_ body: DecisionSettled) -> String {
    let heard =
      switch body.objections {
      case 0: "no strong objections"
      case 1: "1 objection"
      default: "\(body.objections) objections"
      }
    return (body.isMade ? body.what : "Not decided: \(body.what)") + " (\(heard))" + reason(body.note)
  }
}
