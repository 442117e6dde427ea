package import EventLog

extension Rota {
  /// Who is on call at an instant, until when, and who comes next.
  package func onCall(at instant: Instant) -> OnCallNow {
    let until = DutyRole.allCases.flatMap { rotations(deciding: $0) }
      .map { $0.start(ofShift: $0.shift(at: instant) + 1) }.min()
    return OnCallNow(team: team(at: instant), until: until, next: until.map(team(at:)))
  }

  /// The person of each role at an instant.
  package func team(at instant: Instant) -> OnCallNow.Team {
    OnCallNow.Team(
      at: instant, primary: holder(of: .primary, at: instant), secondary: holder(of: .secondary, at: instant),
      commander: holder(of: .commander, at: instant))
  }

  /// A member without an entry of their own is still somebody: their short name is all that is known.
  private func holder(of role: DutyRole, at instant: Instant) -> Person? {
    assignment(of: role, at: instant).person.map { person(named: $0) ?? Person(name: $0) }
  }
}
