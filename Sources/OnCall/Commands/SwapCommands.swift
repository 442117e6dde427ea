package import EventLog

/// Offers one's shift to somebody, in exchange for one of theirs where one is named.
package struct OfferSwap: RotaCommand {
  package var role: DutyRole
  package var person: String?
  package var with: String
  package var given: ShiftSwap.Period
  package var taken: ShiftSwap.Period?
  package var reason: String?

  /// - Parameter person: who gives; the one who acts where nil.
  package init(
    _ role: DutyRole = .primary, person: String? = nil, with: String, given: ShiftSwap.Period,
    taken: ShiftSwap.Period? = nil, reason: String? = nil
  ) {
    self.role = role
    self.person = person
    self.with = with
    self.given = given
    self.taken = taken
    self.reason = reason
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    let person = try facts.known(self.person ?? facts.actor.person)
    try facts.requireOwn(person, "offer the shifts of \(person)")
    let with = try facts.known(with)
    guard with != person else { throw .samePerson(person) }
    let schedule = rota.schedule(configured: facts.configured, at: facts.now)
    let given = try facts.ahead(given.from, given.until)
    try require(person, given, schedule)
    var taken: ShiftSwap.Period?
    if let wanted = self.taken {
      taken = try facts.ahead(wanted.from, wanted.until)
      try require(with, taken ?? wanted, schedule)
    }
    if let leave = rota.leaves.first(where: { $0.person == with && $0.from < given.until && $0.end > given.from }) {
      throw .isAway(with, until: leave.end)
    }
    return [
      facts.draft(
        SwapOffered(role: role, person: person, with: with, given: given, taken: taken, reason: reason))
    ]
  }

  /// Nobody gives what is not theirs: at some time in the period they have the role.
  private func require(
    _ person: String, _ period: ShiftSwap.Period, _ schedule: Schedule
  ) throws(RotaRefusal) {
    let shifts = schedule.shifts(of: role, from: period.from, to: period.until)
    guard shifts.contains(where: { $0.person == person }) else { throw .hasNoShift(person, role, period.from) }
  }
}

/// Takes the shift that was offered.
package struct AcceptSwap: RotaCommand {
  package var target: EventID

  package init(_ target: EventID) { self.target = target }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    guard let swap = rota.swaps.first(where: { $0.id == target }) else { throw .noSuchOffer }
    guard swap.state == .offered else { throw .answeredAlready(swap.state.rawValue) }
    guard swap.given.until > facts.now else { throw .isPast(swap.given.until) }
    try facts.requireOwn(swap.with, "accept for \(swap.with)")
    return [facts.draft(SwapAccepted(target: target))]
  }
}

/// Takes an offer back, or declines it.
package struct WithdrawSwap: RotaCommand {
  package var target: EventID
  package var reason: String?

  package init(_ target: EventID, reason: String? = nil) {
    self.target = target
    self.reason = reason
  }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    guard let swap = rota.swaps.first(where: { $0.id == target }) else { throw .noSuchOffer }
    guard swap.state == .offered else { throw .answeredAlready(swap.state.rawValue) }
    let own = facts.actor.person == swap.with ? swap.with : swap.person
    try facts.requireOwn(own, "answer for \(own)")
    return [facts.draft(SwapWithdrawn(target: target, reason: reason))]
  }
}
