import EventLog

extension ClockStep {
  /// The update clocks, from declaration to the final word: one for those inside, one for the public.
  func update() -> [DeadlineSet] { UpdateClock.allCases.flatMap(update) }

  private func update(_ clock: UpdateClock) -> [DeadlineSet] {
    let open = open(clock.kind)
    guard after.status != .triggered, after.status != .closed, let declared = after.times.declared?.at,
      isWanted(clock, open)
    else { return ended(open, isMet: false) }
    if isUndone, open != nil || after.status == .resolved { return [] }
    if isWithdrawn(clock) { return putBack(clock, open, declared: declared) }
    if after.status == .resolved { return final(clock, open) }
    let isSent = isSent(clock)
    let starts = statusChanged || severityChanged || before.times.declared == nil || isNews
    guard isSent || starts else { return [] }
    guard let cadence = policy.cadence(of: clock, after.severity) else { return ended(open, isMet: isSent) }
    guard let open else {
      // A clock that starts again after a gap does not start broken: it counts as a change of state.
      var due = expected(clock, cadence, declared: declared)
      if due < now, !isSent { due = now + policy.updateAfterStateChange }
      if isNews { due = min(due, now + policy.updateAfterStateChange) }
      return [set(clock.kind, due, rule: rule(clock, cadence))]
    }
    if isSent, let last = clock.last(after) {
      let due = expected(clock, cadence, declared: declared)
      return [end(open, metAt: last), set(clock.kind, due, rule: rule(clock, cadence))]
    }
    let due = movedDue(clock, open, cadence, declared: declared)
    return moved(open, to: due, rule: due == open.dueAt ? open.rule : rule(clock, cadence))
  }

  /// The public hears of what the matrix says, and of what it has heard of once; never of a drill.
  private func isWanted(_ clock: UpdateClock, _ open: Deadline?) -> Bool {
    guard clock == .everyone else { return true }
    guard !after.isDrill else { return false }
    if policy.publicFrom.contains(after.severity) || clock.last(after) != nil { return true }
    // What the configuration no longer asks for runs on; what rested on a wrong fact does not.
    return open != nil && before.severity == after.severity && !isWithdrawn(clock)
  }

  /// A message went out with this step, or one that nobody had read arrived after all.
  private func isSent(_ clock: UpdateClock) -> Bool {
    (happened(TimelineNoted.self) || happened(MessageDelivered.self)) && clock.last(after) != clock.last(before)
  }

  /// A message on record was retracted, its time was put right, or it reached nobody.
  private func isWithdrawn(_ clock: UpdateClock) -> Bool {
    (happened(EventCorrected.self) || happened(MessageFailed.self)) && clock.last(after) != clock.last(before)
  }

  /// What people were told is no longer so: the cause is known, or users feel nothing any more.
  private var isNews: Bool { happened(IncidentMitigated.self) || isIdentified }

  private var isIdentified: Bool {
    happened(HypothesisConfirmed.self) && before.updateState == .investigating && after.updateState == .identified
  }

  /// Until a first message that is the first interval from the declaration, then the interval from the last message. A
  /// promise of the message itself counts where it is earlier than the cadence asks, whatever the severity does; a later
  /// one only in a long incident.
  private func expected(_ clock: UpdateClock, _ cadence: UpdateCadence, declared: Instant) -> Instant {
    guard let last = clock.last(after) else { return declared + cadence.first }
    let regular = last + cadence.every
    guard let promised = clock.promised(after), promised > last else { return regular }
    return after.isLong ? promised : min(promised, regular)
  }

  private func movedDue(
    _ clock: UpdateClock, _ open: Deadline, _ cadence: UpdateCadence, declared: Instant
  ) -> Instant {
    var due = open.dueAt
    if after.severity < before.severity {
      due = min(due, now + cadence.first)
    } else if after.severity > before.severity {
      due = expected(clock, cadence, declared: declared)
    }
    if isNews { due = min(due, now + policy.updateAfterStateChange) }
    return due
  }

  private func final(_ clock: UpdateClock, _ open: Deadline?) -> [DeadlineSet] {
    if isSent(clock), before.status == .resolved, let open { return [end(open, metAt: clock.last(after) ?? now)] }
    guard before.status != .resolved else { return [] }
    guard let span = policy.cadence(of: clock, after.severity)?.final else { return ended(open, isMet: true) }
    let resolved = after.times.resolved?.at ?? now
    let rule = "\(after.severity.name): final \(clock.noun) within \(span.words) of the resolution"
    guard let open else { return [set(clock.kind, resolved + span, rule: rule)] }
    return moved(open, to: resolved + span, rule: rule)
  }

  /// People were told later than was said, or not at all: what that message had kept runs again, or ended at its true
  /// time.
  private func putBack(_ clock: UpdateClock, _ open: Deadline?, declared: Instant) -> [DeadlineSet] {
    let kept = after.deadlines.first {
      $0.kind == clock.kind && $0.metAt != nil && $0.metAt == clock.last(before)
    }
    let isRetraction =
      happened(MessageFailed.self)
      || drafts.contains {
        $0.kind == EventCorrected.kind
          && PayloadText.decode(EventCorrected.self, from: $0.payload)?.isRetraction == true
      }
    var sets: [DeadlineSet] = []
    if isRetraction, let kept {
      return [
        DeadlineSet(
          clock.kind, dueAt: kept.dueAt, movedFrom: open?.dueAt, target: kept.target, rule: kept.rule,
          configHash: policy.configHash)
      ]
    }
    if let kept, let last = clock.last(after) { sets.append(end(kept, metAt: last)) }
    if let open, let cadence = policy.cadence(of: clock, after.severity), after.status != .resolved {
      let due = expected(clock, cadence, declared: declared)
      sets += moved(open, to: due, rule: rule(clock, cadence), forgets: true)
    }
    return sets
  }

  private func rule(_ clock: UpdateClock, _ cadence: UpdateCadence) -> String {
    let severity = after.severity.name
    let promised = (clock == .team ? "an " : "a ") + clock.noun
    let soon = policy.updateAfterStateChange.words
    if happened(IncidentMitigated.self) { return "\(severity): \(promised) within \(soon) of the mitigation" }
    if isIdentified { return "\(severity): \(promised) within \(soon) of the cause being known" }
    return clock.last(after) == nil
      ? "\(severity): first \(clock.noun) within \(cadence.first.words) of the declaration"
      : "\(severity): \(promised) every \(cadence.every.words)"
  }
}
