package import EventLog

/// Writes an entry on the timeline, now or backdated; the text stands as it was typed.
package struct Log: IncidentCommand {
  package var text: String
  package var entry: EntryKind
  package var time: GivenTime?
  package var evidence: [String]
  package var nextUpdateAt: Instant?

  package init(
    _ text: String, entry: EntryKind = .note, time: GivenTime? = nil, evidence: [String] = [],
    nextUpdateAt: Instant? = nil
  ) {
    self.text = text
    self.entry = entry
    self.time = time
    self.evidence = evidence
    self.nextUpdateAt = nextUpdateAt
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !text.trimmed.isEmpty else { throw .emptyText("The entry") }
    let time = try (self.time ?? GivenTime(facts.now)).checked(against: facts.now)
    if entry == .comms, let next = nextUpdateAt {
      try incident.checkPromise(of: next, from: time.at, on: .team, facts: facts)
    }
    return [
      incident.draft(
        TimelineNoted(text: text, entry: entry, nextUpdateAt: nextUpdateAt), at: time.at, precision: time.precision,
        zone: time.zone, evidence: evidence)
    ]
  }
}

/// Marks an entry for the post-mortem's narrative, or takes the mark away.
package struct Pin: IncidentCommand {
  package var target: EventID
  package var isPinned: Bool

  package init(_ target: EventID, isPinned: Bool = true) {
    self.target = target
    self.isPinned = isPinned
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    if incident.pinned.contains(target) == isPinned { return [] }
    return [incident.draft(EntryPinned(target: target, isPinned: isPinned), at: facts.now)]
  }
}

/// Leaves an entry out of the narrative, or takes it in again; the log keeps it either way.
package struct Hide: IncidentCommand {
  package var target: EventID
  package var isHidden: Bool

  package init(_ target: EventID, isHidden: Bool = true) {
    self.target = target
    self.isHidden = isHidden
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    if incident.hidden.contains(target) == isHidden { return [] }
    return [incident.draft(EntryHidden(target: target, isHidden: isHidden), at: facts.now)]
  }
}
