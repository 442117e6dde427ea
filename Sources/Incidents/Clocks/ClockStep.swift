import EventLog

/// One step of an incident, seen by its clocks: how it stood, how it stands, and what led there.
struct ClockStep {
  var before: Incident
  var after: Incident
  var drafts: [Draft]
  var facts: IncidentFacts

  var now: Instant { facts.now }
  var policy: ClockPolicy { facts.clocks }

  func happened<Body: EventPayload>(_ type: Body.Type) -> Bool { drafts.contains { $0.kind == Body.kind } }

  var isUndone: Bool { happened(CommandUndone.self) }
  var statusChanged: Bool { !before.exists || before.status != after.status }
  var severityChanged: Bool { !before.exists || before.severity != after.severity }

  /// The promise that runs, as the drafts themselves leave it: an undo puts promises back by its own events.
  func open(_ kind: String) -> Deadline? { after.deadlines.open(kind) }

  /// Runs while triggered, from when we recorded the incident, or from when it became nobody's again.
  func acknowledge() -> [DeadlineSet] {
    let open = open(Clocks.acknowledge)
    guard after.status == .triggered else {
      return ended(open, isMet: after.status != .closed && after.resolution != .selfHealed)
    }
    guard statusChanged || severityChanged, !(isUndone && open != nil) else { return [] }
    guard let span = policy.acknowledge[after.severity] else { return ended(open, isMet: false) }
    let rule = "\(after.severity.name): acknowledge within \(span.words)"
    guard let open else { return [set(Clocks.acknowledge, now + span, rule: rule, target: "on call")] }
    // A new severity counts from the first moment of waiting, but never makes a promise that is broken at birth.
    let waitingSince = after.statuses.last { $0.value == .triggered }?.from ?? after.openedAt
    return moved(open, to: max(waitingSince + span, now), rule: rule)
  }

  /// From the disruption, by the tier; ends with a verified recovery and waits for one after an unverified.
  func recovery() -> [DeadlineSet] {
    let open = open(Clocks.recovery)
    if after.status == .triggered || after.status == .closed { return ended(open, isMet: false) }
    let factsChanged =
      before.tier != after.tier || before.service != after.service || before.disruption?.at != after.disruption?.at
    if after.status == .resolved, after.verification != nil {
      if let open { return [end(open, metAt: after.times.resolved?.at ?? now)] }
      return restatedRecovery(factsChanged: factsChanged)
    }
    // What already runs moves with the facts it rests on alone: a new configuration leaves it as it was promised.
    guard factsChanged || (statusChanged && open == nil) else { return [] }
    guard let tier = after.tier, let target = policy.tiers[tier]?.rto, let disruption = after.disruption
    else { return ended(open, isMet: false) }
    let due = disruption.at + target
    let rule = recoveryRule(tier: tier, target: target, isFromDetection: disruption.isDetection)
    guard let open else { return [set(Clocks.recovery, due, rule: rule, target: after.service)] }
    return moved(open, to: due, rule: rule, forgets: true)
  }

  /// After the end the times may still be put right; the promise on record and how it ended then follow them.
  private func restatedRecovery(factsChanged: Bool) -> [DeadlineSet] {
    guard before.status == .resolved, factsChanged || before.times.resolved?.at != after.times.resolved?.at,
      let record = after.deadlines.last(where: { $0.kind == Clocks.recovery && $0.metAt != nil }),
      let resolved = after.times.resolved?.at
    else { return [] }
    guard factsChanged, let tier = after.tier, let target = policy.tiers[tier]?.rto, let disruption = after.disruption
    else { return [end(record, metAt: resolved)] }
    return [
      DeadlineSet(
        Clocks.recovery, dueAt: disruption.at + target, movedFrom: record.dueAt, metAt: resolved,
        target: after.service,
        rule: recoveryRule(tier: tier, target: target, isFromDetection: disruption.isDetection),
        configHash: policy.configHash)
    ]
  }

  private func recoveryRule(tier: Int, target: Span, isFromDetection: Bool) -> String {
    "tier \(tier): back within \(target.words) of the \(isFromDetection ? "detection" : "impact start")"
  }

  /// A minor incident heals once its alerts have been quiet for a while.
  func selfHeal() -> [DeadlineSet] {
    let open = open(Clocks.selfHeal)
    guard after.areAlertsCleared, let since = after.alertsClearedAt, !after.severity.isMajor, after.status.isOpen else {
      return ended(open, isMet: after.resolution == .selfHealed)
    }
    guard open == nil else { return [] }
    return [
      set(
        Clocks.selfHeal, max(since + policy.selfHeal, now),
        rule: "\(after.severity.name): resolves by itself after \(policy.selfHeal.words) without alerts")
    ]
  }

  /// When an alert fires again, or makes it worse, the owner is asked to say a word.
  func answer() -> [DeadlineSet] {
    let open = open(Clocks.answer)
    let firesAgain = happened(AlertRefired.self) && before.status != .acknowledged
    if after.status == .acknowledged, open == nil, firesAgain || isRaisedByAlert {
      return [
        set(
          Clocks.answer, now + policy.answer,
          rule: "alert \(firesAgain ? "fires again" : "raised it"): the owner answers within \(policy.answer.words)",
          target: after.owner)
      ]
    }
    let isPersonsWord = facts.actor.assurance != .machine
    return isPersonsWord || !after.status.isOpen ? ended(open, isMet: isPersonsWord) : []
  }

  /// Only an alert may make what somebody has worse and ask them again.
  private var isRaisedByAlert: Bool {
    happened(SeveritySet.self) && after.severity < before.severity && !after.isSeverityConfirmed && after.owner != nil
  }

  func set(_ kind: String, _ due: Instant, rule: String, target: String? = nil) -> DeadlineSet {
    DeadlineSet(kind, dueAt: due, target: target, rule: rule, configHash: policy.configHash)
  }

  /// A promise that was overdue stays broken on record, and the moved one starts beside it; only where the old due
  /// time rested on a wrong fact (`forgets`) does it vanish.
  func moved(_ open: Deadline, to due: Instant, rule: String, forgets: Bool = false) -> [DeadlineSet] {
    guard due != open.dueAt else { return [] }
    if open.dueAt < now, !forgets {
      // Broken already, and the new one would be too: once is enough.
      guard due > now else { return [] }
      return [end(open, metAt: nil), set(open.kind, due, rule: rule, target: open.target)]
    }
    return [
      DeadlineSet(
        open.kind, dueAt: due, movedFrom: open.dueAt, target: open.target, rule: rule, configHash: policy.configHash)
    ]
  }

  func ended(_ open: Deadline?, isMet: Bool) -> [DeadlineSet] {
    guard let open else { return [] }
    return [end(open, metAt: isMet ? now : nil)]
  }

  func end(_ open: Deadline, metAt: Instant?) -> DeadlineSet {
    DeadlineSet(
      open.kind, dueAt: open.dueAt, metAt: metAt, voidedAt: metAt == nil ? now : nil, target: open.target,
      rule: open.rule, configHash: policy.configHash)
  }
}
