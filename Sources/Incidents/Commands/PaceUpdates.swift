package import EventLog

/// Lets messages of a long incident promise their next time later than the cadence asks, or ends that.
package struct PaceUpdates: IncidentCommand {
  /// How old an incident must be for it.
  package static let longAfter = Span.hours(2)
  /// How far away the next message may be at most.
  package static let longest = Span.hours(4)

  package var isLong: Bool
  package var reason: String?

  package init(isLong: Bool, reason: String? = nil) {
    self.isLong = isLong
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard incident.isLong != isLong else {
      throw .alreadySo(isLong ? "it counts as a long incident" : "updates follow the regular pace")
    }
    guard incident.status.isOpen, let declared = incident.times.declared?.at else {
      throw .wrongStatus(verb: "pace its updates", status: incident.status, allowed: [.acknowledged, .mitigated])
    }
    guard incident.commander == facts.actor.person else {
      throw .commandersWord("How often people hear", commander: incident.commander)
    }
    guard !isLong || facts.now >= declared + Self.longAfter else { throw .notYetLong(from: declared + Self.longAfter) }
    return [incident.draft(LongIncidentSet(isLong: isLong, reason: reason), at: facts.now)]
  }
}

extension Incident {
  /// When a message that goes out then must be followed by the next at the latest; nil where nothing says so.
  package func latestPromise(from time: Instant, on clock: UpdateClock, clocks: ClockPolicy) -> Instant? {
    guard status != .resolved, status != .closed, let cadence = clocks.cadence(of: clock, severity) else { return nil }
    return time + (isLong ? max(cadence.every, PaceUpdates.longest) : cadence.every)
  }

  /// Refuses a next time that lies behind, or later than people may wait.
  func checkPromise(
    of next: Instant, from time: Instant, on clock: UpdateClock, facts: IncidentFacts
  ) throws(IncidentRefusal) {
    guard next > time else { throw .promiseInPast(next) }
    guard let latest = latestPromise(from: time, on: clock, clocks: facts.clocks), next > latest else { return }
    throw .promiseTooLate(latest: latest, severity)
  }
}
