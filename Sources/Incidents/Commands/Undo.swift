package import EventLog

/// Takes back the actor's own last command on this incident, within five minutes.
package struct Undo: IncidentCommand {
  package static let window = Span.minutes(5)

  /// What it takes back, where that was looked for already; nil looks for it.
  package var target: Event?

  package init(of target: Event? = nil) { self.target = target }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let found = target ?? Undo.candidate(in: facts.history, by: facts.actor.person, now: facts.now)
    guard let target = found else {
      throw .nothingToUndo("your last command here is taken back already, or older than five minutes")
    }
    switch target.kind {
    case TimelineNoted.kind where !Undo.canTakeBack(target):
      throw .nothingToUndo("the message has left; send a correction")
    case TimelineNoted.kind:
      return Undo.together(with: target, in: facts.history).map {
        incident.draft(EventCorrected(reason: Undo.reason), at: facts.now, supersedes: $0.id)
      }
    case ImpactSet.kind, ReportSet.kind, SummarySet.kind, MeetingPointSet.kind,
      TaskDelegated.kind, TaskUnderstood.kind, TaskFinished.kind, TaskDropped.kind, DecisionProposed.kind,
      DecisionObjected.kind, DecisionSettled.kind, HypothesisAdded.kind, HypothesisConfirmed.kind,
      HypothesisRuledOut.kind, RoleOffered.kind, RoleDeclined.kind, EvidenceLinked.kind, IncidentSnoozed.kind,
      ParentSuspected.kind, AlertJudged.kind, AlertMissed.kind, MessageApproved.kind, LongIncidentSet.kind:
      return [incident.draft(EventCorrected(reason: Undo.reason), at: facts.now, supersedes: target.id)]
    case EventCorrected.kind:
      return [try correctedBack(target, incident: incident, facts: facts)]
    case IncidentOpened.kind, IncidentDeclared.kind:
      throw .nothingToUndo("an incident stays on record once declared; cancel it with --because false_alarm")
    case IncidentMerged.kind, IncidentSplit.kind, IncidentAbsorbed.kind, IncidentReleased.kind:
      throw .nothingToUndo("it changed another incident, too; split takes a merge back, and merge a split")
    case IncidentAcknowledged.kind:
      guard incident.status == .acknowledged, incident.acknowledgedBy == facts.actor.person else {
        throw .nothingToUndo("it is \(incident.status.rawValue) by now, so your acknowledge no longer counts")
      }
      return [incident.draft(IncidentUnacknowledged(reason: Undo.reason), at: facts.now)]
    default:
      return try Reversal(of: target, on: incident, history: facts.history).drafts(at: facts.now)
    }
  }

  /// Whether the command that made an event can be taken back: a message that letters have taken away cannot be unsaid.
  package static func canTakeBack(_ event: Event) -> Bool {
    event.decoded(TimelineNoted.self)?.message?.ways == nil
  }

  /// What an undo writes as the reason of the event it makes; it is how a second undo knows the first.
  private static let reason = "undone"

  /// The command that `u` would take back, so that the screen can name it.
  package static func candidate(in history: [Event], by person: String, now: Instant) -> Event? {
    let retracted = Self.retracted(in: history)
    for event in history.sorted(by: { ($0.stamp, $0.id) > ($1.stamp, $1.id) }) {
      guard event.actor.person == person, event.actor.assurance != .machine, !retracted.contains(event.id) else {
        continue
      }
      switch event.kind {
      case DeadlineSet.kind, EventRedacted.kind, EscalationStopped.kind: continue
      case CommandUndone.kind, EntryPinned.kind, EntryHidden.kind, PageIntended.kind: return nil
      case IncidentUnacknowledged.kind where event.decoded(IncidentUnacknowledged.self)?.reason == reason: return nil
      case EventCorrected.kind:
        guard let body = event.decoded(EventCorrected.self) else { continue }
        if body.reason == reason {
          // A retraction was an undo of the entry itself: the one before it is next.
          if body.isRetraction { continue }
          return nil
        }
      default: break
      }
      return now - event.recordedAt <= window ? event : nil
    }
    return nil
  }

  /// What goes back with an event: the lines of one chat that were taken over in one go, else the event alone.
  package static func together(with target: Event, in history: [Event]) -> [Event] {
    guard let source = target.decoded(TimelineNoted.self)?.importedFrom else { return [target] }
    let retracted = Self.retracted(in: history)
    let lines = history.filter { event in
      event.recordedAt == target.recordedAt && event.actor == target.actor && event.kind == target.kind
        && !retracted.contains(event.id) && event.decoded(TimelineNoted.self)?.importedFrom == source
    }
    return lines.isEmpty ? [target] : lines
  }

  /// What would go back with an event, in words: "12 lines of chat", or the entry itself.
  package static func words(for target: Event, in history: [Event]) -> (text: String, entries: Int) {
    let lines = together(with: target, in: history)
    guard lines.count > 1 else { return (IncidentFold.text(of: target) ?? target.kind, 1) }
    return ("\(lines.count) lines of chat that you took over", lines.count)
  }

  private static func retracted(in history: [Event]) -> Set<EventID> {
    Set(EffectiveEvent.resolve(history, payloads: IncidentFold.payloads).filter(\.isRetracted).map(\.event.id))
  }

  /// What was taken back, by the event that did: both stay in the log, and say nothing to whoever reads the story later.
  package static func takenBack(in history: [Event]) -> [EventID: EventID] {
    var pairs: [EventID: EventID] = [:]
    var acknowledges: [String: EventID] = [:]
    for event in history.sorted(by: { ($0.stamp, $0.id) < ($1.stamp, $1.id) }) {
      switch event.kind {
      case IncidentAcknowledged.kind: acknowledges[event.actor.person] = event.id
      case IncidentUnacknowledged.kind where event.decoded(IncidentUnacknowledged.self)?.reason == reason:
        pairs[event.id] = acknowledges.removeValue(forKey: event.actor.person)
      case CommandUndone.kind: pairs[event.id] = event.decoded(CommandUndone.self)?.target
      default: break
      }
    }
    return pairs
  }

  /// The entry as it read before the correction.
  private func correctedBack(
    _ correction: Event, incident: Incident, facts: IncidentFacts
  ) throws(IncidentRefusal) -> Draft {
    let now = EffectiveEvent.resolve(facts.history, payloads: IncidentFold.payloads)
    guard let root = now.first(where: { $0.correctedBy == correction.id })?.event.id else {
      throw .nothingToUndo("the entry was corrected again since")
    }
    let before = EffectiveEvent.resolve(
      facts.history.filter { $0.stamp < correction.stamp }, payloads: IncidentFold.payloads)
    guard let entry = before.first(where: { $0.event.id == root }) else {
      throw .nothingToUndo("the entry is not here")
    }
    let body =
      entry.isRetracted
      ? EventCorrected(reason: Undo.reason)
      : EventCorrected(
        fields: Correct.fields(of: entry.event), happenedAt: entry.event.happenedAt, precision: entry.event.precision,
        reason: Undo.reason)
    return incident.draft(body, at: facts.now, supersedes: root)
  }
}
