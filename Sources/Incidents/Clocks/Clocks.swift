package import EventLog

/// Which promises start, move and end with what happened; each change is an event of its own.
package enum Clocks {
  package static let acknowledge = "acknowledge"
  package static let update = "update"
  package static let publicUpdate = "public_update"
  package static let recovery = "rto"
  package static let selfHeal = "self_heal"
  package static let answer = "answer"
  package static let review = "review"
  package static let escalation = "escalation"

  /// Whether a promise is one to tell people something, inside or in public.
  package static func isUpdate(_ kind: String) -> Bool { UpdateClock.allCases.contains { $0.kind == kind } }

  /// The `deadline.set` events that follow from drafts decided on an incident, and the end of its escalation.
  package static func follow(_ before: Incident, _ drafts: [Draft], facts: IncidentFacts) -> [Draft] {
    guard !drafts.isEmpty else { return [] }
    let after = provisional(before, drafts, facts: facts)
    guard after.exists else { return [] }
    let step = ClockStep(before: before, after: after, drafts: drafts, facts: facts)
    var sets = step.acknowledge() + step.update() + step.recovery()
    sets += step.selfHeal() + step.answer() + step.review() + step.room() + step.escalation()
    return sets.map { after.draft($0, at: facts.now) } + step.escalationStopped().map { after.draft($0, at: facts.now) }
  }

  /// The state that the drafts will lead to.
  package static func provisional(_ before: Incident, _ drafts: [Draft], facts: IncidentFacts) -> Incident {
    // What corrects an earlier event counts at that event's place: the whole stream is folded anew.
    if !facts.history.isEmpty, drafts.contains(where: { $0.supersedes != nil }) {
      let last = facts.history.map(\.stamp.milliseconds).max() ?? 0
      let next = drafts.enumerated().filter { $1.stream == before.id }.map {
        Event($1, place: $0, facts: facts, after: last)
      }
      return IncidentFold.state(of: before.id, from: facts.history + next)
    }
    var state = before
    for (index, draft) in drafts.enumerated() where draft.stream == before.id {
      IncidentFold.apply(Event(draft, place: index, facts: facts), to: &state)
    }
    return state
  }
}

extension Event {
  /// A draft as the event it will be, with a place-holder for its id and stamp.
  fileprivate init(_ draft: Draft, place: Int, facts: IncidentFacts, after last: Int64 = 0) {
    self.init(
      id: EventID(node: "draft", sequence: Int64(place + 1)),
      stamp: Stamp(milliseconds: max(facts.now.milliseconds, last + 1), counter: Int64(place), node: "draft"),
      stream: draft.stream,
      incident: draft.incident, kind: draft.kind, version: draft.version, actor: draft.actor ?? facts.actor,
      happenedAt: draft.happenedAt, precision: draft.precision, recordedAt: facts.now,
      supersedes: draft.supersedes, drill: draft.drill,
      payload: draft.payload)
  }
}
