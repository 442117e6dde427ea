package import EventLog

/// An offer to give a shift away, in exchange for another where one is named. It changes nothing until it is accepted.
package struct ShiftSwap: Codable, Hashable, Sendable {
  /// A period, its end not included.
  package struct Period: Codable, Hashable, Sendable {
    package var from: Instant
    package var until: Instant

    package init(from: Instant, until: Instant) {
      self.from = from
      self.until = until
    }
  }

  /// How far it has come.
  package enum State: String, Codable, Sendable, CaseIterable { case offered, accepted, withdrawn }

  package var id: EventID
  package var role: DutyRole
  package var person: String
  /// Who shall take what is given.
  package var with: String
  package var given: Period
  /// What `person` takes from `with` in exchange; nil for a plain cover.
  package var taken: Period?
  package var state = State.offered
  package var offeredAt: Instant

  package init(
    id: EventID, role: DutyRole, person: String, with: String, given: Period, taken: Period?, offeredAt: Instant
  ) {
    self.id = id
    self.role = role
    self.person = person
    self.with = with
    self.given = given
    self.taken = taken
    self.offeredAt = offeredAt
  }
}
