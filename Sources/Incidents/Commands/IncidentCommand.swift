package import EventLog

/// Something that can be asked of one incident. A new one is a struct with this one function.
package protocol IncidentCommand: Sendable {
  /// What happens, clocks not yet followed.
  /// - Throws: the refusal in words. An empty answer is not an error: there was nothing to do.
  func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft]
  /// The other incidents that it has to see, and may write to.
  func others(beside incident: Incident) -> [StreamID]
}

extension IncidentCommand {
  package func others(beside incident: Incident) -> [StreamID] { [] }

  /// What happens with all it starts, moves and ends on the clocks.
  package func drafts(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard incident.exists else { throw .unknownIncident }
    let decided = try decide(on: incident, facts: facts)
    var followed = Clocks.follow(incident, decided, facts: facts)
    for other in others(beside: incident).compactMap({ facts.others[$0] }) {
      followed += Clocks.follow(other, decided.filter { $0.stream == other.id }, facts: facts)
    }
    return decided + followed
  }
}

extension Incident {
  /// A draft on this incident's stream and timeline.
  func draft(
    _ body: some EventPayload, at happenedAt: Instant, precision: Precision = .exact, zone: String? = nil,
    occasion: String? = nil, supersedes: EventID? = nil, evidence: [String] = [], actor: Actor? = nil
  ) -> Draft {
    Draft(
      body, stream: id, incident: id, happenedAt: happenedAt, precision: precision, zone: zone, occasion: occasion,
      supersedes: supersedes, evidence: evidence, drill: isDrill, actor: actor)
  }

  /// Refuses unless the life cycle knows the step.
  func require(_ trigger: LifeCycle.Trigger, verb: String) throws(IncidentRefusal) {
    guard LifeCycle.next(from: status, trigger) != nil else {
      throw .wrongStatus(verb: verb, status: status, allowed: LifeCycle.sources(of: trigger))
    }
  }
}

/// When something happened, as a person gave it: now where nothing was said.
package struct GivenTime: Hashable, Sendable {
  package var at: Instant
  package var precision: Precision
  package var zone: String?

  package init(_ at: Instant, precision: Precision = .exact, zone: String? = nil) {
    self.at = at
    self.precision = precision
    self.zone = zone
  }

  /// The time, refused where it lies more than a minute ahead (a clock may be a little off).
  func checked(against now: Instant) throws(IncidentRefusal) -> GivenTime {
    guard at <= now + .minutes(1) else { throw .timeInFuture(at) }
    return self
  }
}
