import EventLog

extension ClockStep {
  /// The update clock of major and medium incidents, from declaration to the final word.
  func update() -> [DeadlineSet] {
    let open = open(Clocks.update)
    guard after.status != .triggered, after.status != .closed, let declared = after.times.declared?.at else {
      return ended(open, isMet: false)
    }
    if isUndone, open != nil || after.status == .resolved { return [] }
    if withdrawn { return putBack(open, declared: declared) }
    if after.status == .resolved { return final(open) }
    let starts = statusChanged || severityChanged || before.times.declared == nil
    guard sent || starts else { return [] }
    guard let cadence = policy.updates[after.severity] else { return ended(open, isMet: sent) }
    guard let open else {
      // A clock that starts again after a gap does not start broken: it counts as a change of state.
      var due = expected(cadence, declared: declared)
      if due < now, !sent { due = now + policy.updateAfterStateChange }
      if happened(IncidentMitigated.self) { due = min(due, now + policy.updateAfterStateChange) }
      return [set(Clocks.update, due, rule: rule(cadence))]
    }
    if sent, let last = after.lastUpdateAt {
      return [end(open, metAt: last), set(Clocks.update, expected(cadence, declared: declared), rule: rule(cadence))]
    }
    let due = movedDue(open, cadence, declared: declared)
    return moved(open, to: due, rule: due == open.dueAt ? open.rule : rule(cadence))
  }

  /// A message went out with this step.
  private var sent: Bool { happened(TimelineNoted.self) && after.lastUpdateAt != before.lastUpdateAt }

  /// A message on record was retracted, or its time put right.
  private var withdrawn: Bool { happened(EventCorrected.self) && after.lastUpdateAt != before.lastUpdateAt }

  /// Until a first message that is the first interval from the declaration, then the interval from the last message. A
  /// promise of the message itself counts where it is earlier than the cadence asks, whatever the severity does.
  private func expected(_ cadence: UpdateCadence, declared: Instant) -> Instant {
    guard let last = after.lastUpdateAt else { return declared + cadence.first }
    let regular = last + cadence.every
    guard let promised = after.promisedUpdateAt, promised > last else { return regular }
    return min(promised, regular)
  }

  private func movedDue(_ open: Deadline, _ cadence: UpdateCadence, declared: Instant) -> Instant {
    var due = open.dueAt
    if after.severity < before.severity {
      due = min(due, now + cadence.first)
    } else if after.severity > before.severity {
      due = expected(cadence, declared: declared)
    }
    if happened(IncidentMitigated.self) { due = min(due, now + policy.updateAfterStateChange) }
    return due
  }

  private func final(_ open: Deadline?) -> [DeadlineSet] {
    if sent, before.status == .resolved, let open { return [end(open, metAt: after.lastUpdateAt ?? now)] }
    guard before.status != .resolved else { return [] }
    guard let span = policy.updates[after.severity]?.final else { return ended(open, isMet: true) }
    let resolved = after.times.resolved?.at ?? now
    let rule = "\(after.severity.name): final update within \(span.words) of the resolution"
    guard let open else { return [set(Clocks.update, resolved + span, rule: rule)] }
    return moved(open, to: resolved + span, rule: rule)
  }

  /// People were told later than was said, or not at all: what that message had kept runs again, or ended at its true
  /// time.
  private func putBack(_ open: Deadline?, declared: Instant) -> [DeadlineSet] {
    let kept = after.deadlines.first { $0.kind == Clocks.update && $0.metAt != nil && $0.metAt == before.lastUpdateAt }
    let isRetraction = drafts.contains {
      $0.kind == EventCorrected.kind && PayloadText.decode(EventCorrected.self, from: $0.payload)?.isRetraction == true
    }
    var sets: [DeadlineSet] = []
    if isRetraction, let kept {
      return [
        DeadlineSet(
          Clocks.update, dueAt: kept.dueAt, movedFrom: open?.dueAt, target: kept.target, rule: kept.rule,
          configHash: policy.configHash)
      ]
    }
    if let kept, let last = after.lastUpdateAt { sets.append(end(kept, metAt: last)) }
    if let open, let cadence = policy.updates[after.severity], after.status != .resolved {
      sets += moved(open, to: expected(cadence, declared: declared), rule: rule(cadence), forgets: true)
    }
    return sets
  }

  private func rule(_ cadence: UpdateCadence) -> String {
    if happened(IncidentMitigated.self) {
      return "\(after.severity.name): an update within \(policy.updateAfterStateChange.words) of the mitigation"
    }
    return after.lastUpdateAt == nil
      ? "\(after.severity.name): first update within \(cadence.first.words) of the declaration"
      : "\(after.severity.name): an update every \(cadence.every.words)"
  }
}
