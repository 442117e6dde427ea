package import EventLog

/// Lets an incident rest that somebody has; it comes back by itself, and at once when it gets worse.
package struct Snooze: IncidentCommand {
  package static let longest = Span.hours(24)

  /// How long; nil ends a rest before its time.
  package var length: Span?
  package var reason: String?

  package init(_ length: Span?, reason: String? = nil) {
    self.length = length
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard let length else {
      guard incident.isSnoozed(at: facts.now) else { throw .alreadySo("it does not rest") }
      return [incident.draft(IncidentSnoozed(until: nil, reason: reason.said), at: facts.now)]
    }
    guard incident.status == .acknowledged || incident.status == .mitigated else {
      throw .wrongStatus(verb: "let it rest", status: incident.status, allowed: [.acknowledged, .mitigated])
    }
    guard length <= Self.longest else { throw .restTooLong }
    return [incident.draft(IncidentSnoozed(until: facts.now + length, reason: reason.said), at: facts.now)]
  }
}

/// Takes the acknowledge of whoever fell silent back; performed by the clock.
package struct TimeOutAcknowledge: IncidentCommand {
  /// When anybody last wrote anything on its timeline.
  package var lastEntryAt: Instant

  package init(lastEntryAt: Instant) { self.lastEntryAt = lastEntryAt }

  /// When the acknowledge ends if nobody writes anything until then; nil where none does.
  package func due(on incident: Incident, facts: IncidentFacts) -> Instant? {
    guard incident.status == .acknowledged, facts.alertsFiring > 0, let span = facts.clocks.silence[incident.severity]
    else { return nil }
    return max(lastEntryAt, incident.snoozedUntil ?? lastEntryAt) + span
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard let due = due(on: incident, facts: facts), due <= facts.now,
      let span = facts.clocks.silence[incident.severity]
    else { return [] }
    return [
      incident.draft(
        AcknowledgeTimedOut(person: incident.acknowledgedBy, silence: span.milliseconds), at: facts.now,
        occasion: "\(incident.id)|acknowledge_timed_out|\(due.milliseconds)")
    ]
  }
}
