import EventLog

/// One step of an incident, seen by its clocks: how it stood, how it stands, and what led there.
struct ClockStep {
  var before: Incident
  var after: Incident
  var drafts: [Draft]
  var facts: IncidentFacts

  private var now: Instant { facts.now }
  private var policy: ClockPolicy { facts.clocks }

  func happened<Body: EventPayload>(_ type: Body.Type) -> Bool { drafts.contains { $0.kind == Body.kind } }

  /// Runs while triggered, from when we recorded the incident, or from when it became nobody's again.
  func acknowledge() -> [DeadlineSet] {
    let open = before.deadlines.open(Clocks.acknowledge)
    guard after.status == .triggered, let span = policy.acknowledge[after.severity] else {
      return ended(open, isMet: after.status != .triggered && after.status != .closed)
    }
    let rule = "\(after.severity.name): acknowledge within \(span.words)"
    guard let open else { return [set(Clocks.acknowledge, now + span, rule: rule, target: "on call")] }
    guard before.severity != after.severity else { return [] }
    // A new severity counts from the first moment of waiting, but never makes a promise that is broken at birth.
    let waitingSince = after.statuses.last { $0.value == .triggered }?.from ?? after.openedAt
    return moved(open, to: max(waitingSince + span, now), rule: rule)
  }

  /// The update clock of major and medium incidents, from declaration to the final word.
  func update() -> [DeadlineSet] {
    let open = before.deadlines.open(Clocks.update)
    guard after.status != .triggered, let declared = after.times.declared?.at,
      let cadence = policy.updates[after.severity]
    else { return ended(open, isMet: happened(TimelineNoted.self) && sent) }
    if after.status == .closed { return ended(open, isMet: false) }
    if after.status == .resolved { return final(open, cadence) }
    guard let open else {
      let due =
        sent ? nextAfterUpdate(cadence) : (after.lastUpdateAt.map { $0 + cadence.every } ?? declared + cadence.first)
      return [set(Clocks.update, due, rule: rule(cadence, isFirst: after.lastUpdateAt == nil))]
    }
    if sent, let last = after.lastUpdateAt {
      return [
        end(open, metAt: last), set(Clocks.update, nextAfterUpdate(cadence), rule: rule(cadence, isFirst: false)),
      ]
    }
    return moved(
      open, to: movedDue(open, cadence, declared: declared), rule: rule(cadence, isFirst: after.lastUpdateAt == nil))
  }

  private var sent: Bool { after.lastUpdateAt != before.lastUpdateAt }

  /// A promise of the message itself counts where it is earlier than the cadence asks.
  private func nextAfterUpdate(_ cadence: UpdateCadence) -> Instant {
    let last = after.lastUpdateAt ?? now
    let regular = last + cadence.every
    guard let promised = after.promisedUpdateAt, promised > last else { return regular }
    return min(promised, regular)
  }

  private func movedDue(_ open: Deadline, _ cadence: UpdateCadence, declared: Instant) -> Instant {
    var due = open.dueAt
    if after.severity < before.severity {
      due = min(due, now + cadence.first)
    } else if after.severity > before.severity {
      due = after.lastUpdateAt.map { $0 + cadence.every } ?? declared + cadence.first
    }
    if happened(IncidentMitigated.self) { due = min(due, now + policy.updateAfterStateChange) }
    return due
  }

  private func final(_ open: Deadline?, _ cadence: UpdateCadence) -> [DeadlineSet] {
    if sent, before.status == .resolved, let open { return [end(open, metAt: after.lastUpdateAt ?? now)] }
    guard before.status != .resolved else { return [] }
    guard let span = cadence.final else { return ended(open, isMet: true) }
    let resolved = after.times.resolved?.at ?? now
    let rule = "\(after.severity.name): final update within \(span.words) of the resolution"
    guard let open else { return [set(Clocks.update, resolved + span, rule: rule)] }
    return moved(open, to: resolved + span, rule: rule)
  }

  private func rule(_ cadence: UpdateCadence, isFirst: Bool) -> String {
    isFirst
      ? "\(after.severity.name): first update within \(cadence.first.words) of the declaration"
      : "\(after.severity.name): an update every \(cadence.every.words)"
  }

  /// From the disruption, by the tier; ends with a verified recovery and waits for one after an unverified.
  func recovery() -> [DeadlineSet] {
    let open = before.deadlines.open(Clocks.recovery)
    guard let tier = after.tier, let target = policy.tiers[tier]?.rto, after.status != .triggered,
      let disruption = after.disruption
    else { return ended(open, isMet: false) }
    if after.status == .closed { return ended(open, isMet: false) }
    if after.status == .resolved, after.verification != nil {
      guard let open else { return [] }
      return [end(open, metAt: after.times.resolved?.at ?? now)]
    }
    let due = disruption.at + target
    let rule =
      "tier \(tier): back within \(target.words) of the \(disruption.isDetection ? "detection" : "impact start")"
    guard let open else { return [set(Clocks.recovery, due, rule: rule, target: after.service)] }
    return moved(open, to: due, rule: rule, forgets: true)
  }

  /// A minor incident heals once its alerts have been quiet for a while.
  func selfHeal() -> [DeadlineSet] {
    let open = before.deadlines.open(Clocks.selfHeal)
    guard after.areAlertsCleared, let since = after.alertsClearedAt, !after.severity.isMajor, after.status.isOpen else {
      return ended(open, isMet: after.resolution == .selfHealed)
    }
    guard open == nil else { return [] }
    return [
      set(
        Clocks.selfHeal, since + policy.selfHeal,
        rule: "\(after.severity.name): resolves by itself after \(policy.selfHeal.words) without alerts")
    ]
  }

  /// When an alert fires again, the owner is asked to say a word.
  func answer() -> [DeadlineSet] {
    let open = before.deadlines.open(Clocks.answer)
    if happened(AlertRefired.self), after.status == .acknowledged, before.status != .acknowledged, open == nil {
      return [
        set(
          Clocks.answer, now + policy.answer,
          rule: "alert fires again: the owner answers within \(policy.answer.words)",
          target: after.owner)
      ]
    }
    let isPersonsWord = facts.actor.assurance != .machine
    return isPersonsWord || !after.status.isOpen ? ended(open, isMet: isPersonsWord) : []
  }

  private func set(_ kind: String, _ due: Instant, rule: String, target: String? = nil) -> DeadlineSet {
    DeadlineSet(kind, dueAt: due, target: target, rule: rule, configHash: policy.configHash)
  }

  /// A promise that was overdue stays broken on record, and the moved one starts beside it; only where the old due
  /// time rested on a wrong fact (`forgets`) does it vanish.
  private func moved(_ open: Deadline, to due: Instant, rule: String, forgets: Bool = false) -> [DeadlineSet] {
    guard due != open.dueAt else { return [] }
    if open.dueAt < now, !forgets {
      return [end(open, metAt: nil), set(open.kind, due, rule: rule, target: open.target)]
    }
    return [
      DeadlineSet(
        open.kind, dueAt: due, movedFrom: open.dueAt, target: open.target, rule: rule, configHash: policy.configHash)
    ]
  }

  private func ended(_ open: Deadline?, isMet: Bool) -> [DeadlineSet] {
    guard let open else { return [] }
    return [end(open, metAt: isMet ? now : nil)]
  }

  private func end(_ open: Deadline, metAt: Instant?) -> DeadlineSet {
    DeadlineSet(
      open.kind, dueAt: open.dueAt, metAt: metAt, voidedAt: metAt == nil ? now : nil, target: open.target,
      rule: open.rule, configHash: policy.configHash)
  }
}
