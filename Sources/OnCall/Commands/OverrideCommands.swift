package import EventLog

/// Changes the schedule by hand for a time.
package struct OverrideDuty: RotaCommand {
  package var layer: DutySource
  package var change: DutyEdit.Change
  package var role: DutyRole?
  package var person: String
  /// Whose place it is, for a replacement.
  package var replaced: String?
  /// From now on where nothing is said.
  package var from: Instant?
  package var until: Instant
  package var reason: String?

  package init(
    _ change: DutyEdit.Change, _ person: String, replacing replaced: String? = nil, layer: DutySource = .override,
    role: DutyRole? = nil, from: Instant? = nil, until: Instant, reason: String? = nil
  ) {
    self.layer = layer
    self.change = change
    self.role = role
    self.person = person
    self.replaced = replaced
    self.from = from
    self.until = until
    self.reason = reason
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    try facts.requireEdit("change who is on call")
    let person = try facts.known(person)
    var replaced: String?
    if let name = self.replaced { replaced = try facts.known(name) }
    if change == .replace, replaced == nil { throw .nameMissing }
    if person == replaced { throw .samePerson(person) }
    let period = try facts.ahead(from ?? facts.now, until)
    if change != .remove,
      let leave = rota.leaves.first(where: {
        $0.person == person && $0.from < period.until && $0.end > period.from
      })
    {
      throw .isAway(person, until: leave.end)
    }
    return [
      facts.draft(
        DutyOverridden(
          layer: layer == .temporary ? .temporary : .override, change: change,
          role: role ?? (change == .add ? .primary : nil), person: person, replaced: replaced, from: period.from,
          until: period.until, reason: reason))
    ]
  }
}

/// Takes over now, until the shift ends or until a moment named. It outranks every other change, so it always works.
package struct TakeOver: RotaCommand {
  package var role: DutyRole
  package var until: Instant?
  package var reason: String?

  package init(_ role: DutyRole = .primary, until: Instant? = nil, reason: String? = nil) {
    self.role = role
    self.until = until
    self.reason = reason
  }

  /// Until when it would be: the end of the shift that runs now.
  /// - Throws: where nothing is planned to change, so that an end has to be named.
  package static func end(of role: DutyRole, in schedule: Schedule, at now: Instant) throws(RotaRefusal) -> Instant {
    guard let end = schedule.change(of: role, after: now) else { throw .endUnknown(role) }
    return end
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    guard facts.isVerified || facts.mayEdit else { throw .unverified("take over") }
    let person = try facts.known(facts.actor.person)
    let schedule = rota.schedule(configured: facts.configured, at: facts.now)
    var end = until
    if end == nil { end = try Self.end(of: role, in: schedule, at: facts.now) }
    let period = try facts.ahead(facts.now, end ?? facts.now)
    if schedule.assignment(of: role, at: facts.now).person == person, until == nil {
      throw .isOnCallAlready(person, role, until: period.until)
    }
    return [
      facts.draft(
        DutyOverridden(
          layer: .temporary, change: .add, role: role, person: person, replaced: nil, from: period.from,
          until: period.until, reason: reason))
    ]
  }
}

/// Ends a change by hand from now on; what of it has been stays as it was.
package struct EndOverride: RotaCommand {
  package var target: EventID

  package init(_ target: EventID) { self.target = target }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    guard let edit = rota.edit(target) else { throw .noSuchEdit(target) }
    guard edit.end > facts.now else { throw .isOver(target) }
    if edit.by != facts.actor.person || !facts.isVerified { try facts.requireEdit("end another's change") }
    return [facts.draft(OverrideEnded(target: target))]
  }
}

/// Says that somebody will be away; whoever had the turn before stands in.
package struct PlanLeave: RotaCommand {
  package var person: String
  package var from: Instant
  package var until: Instant
  package var reason: String?

  package init(_ person: String, from: Instant, until: Instant, reason: String? = nil) {
    self.person = person
    self.from = from
    self.until = until
    self.reason = reason
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    let person = try facts.known(person)
    try facts.requireOwn(person, "plan the leave of \(person)")
    let period = try facts.ahead(from, until)
    return [facts.draft(LeavePlanned(person: person, from: period.from, until: period.until, reason: reason))]
  }
}

/// Ends a leave from now on.
package struct EndLeave: RotaCommand {
  package var target: EventID

  package init(_ target: EventID) { self.target = target }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    guard let leave = rota.leaves.first(where: { $0.id == target }) else { throw .noSuchEdit(target) }
    guard leave.end > facts.now else { throw .isOver(target) }
    try facts.requireOwn(leave.person, "end the leave of \(leave.person)")
    return [facts.draft(LeaveEnded(target: target))]
  }
}

/// Marks what moved of one's own shifts as seen.
package struct SeeNotices: RotaCommand {
  package init() {}

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    guard rota.notices.contains(where: { $0.person == facts.actor.person }) else { return [] }
    return [facts.draft(NoticesSeen(person: facts.actor.person))]
  }
}
