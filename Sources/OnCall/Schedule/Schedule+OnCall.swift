package import EventLog

extension Schedule {
  /// Who is on call at an instant, until when, and who comes next.
  package func onCall(at instant: Instant) -> OnCallNow {
    let until = DutyRole.allCases.compactMap { change(of: $0, after: instant) }.min()
    return OnCallNow(team: team(at: instant), until: until, next: until.map(team(at:)))
  }

  /// The person of each role at an instant.
  package func team(at instant: Instant) -> OnCallNow.Team {
    OnCallNow.Team(
      at: instant, primary: holder(of: .primary, at: instant), secondary: holder(of: .secondary, at: instant),
      commander: holder(of: .commander, at: instant))
  }

  /// The shift of a role that holds an instant, with its true start and end; a gap without a rotation has none.
  package func shift(of role: DutyRole, at instant: Instant) -> Shift? {
    shifts(of: role, from: instant, to: instant + .milliseconds(1)).first { $0.start <= instant && instant < $0.end }
  }

  private func holder(of role: DutyRole, at instant: Instant) -> Person? {
    assignment(of: role, at: instant).person.map(person(named:))
  }

  /// When the shift of a role that holds an instant ends; nil where nothing is planned to change.
  func change(of role: DutyRole, after instant: Instant) -> Instant? {
    guard let shift = shift(of: role, at: instant) else { return nil }
    if !shift.isGap || rotations(at: instant).deciding(role).last != nil { return shift.end }
    return (edits.filter { $0.concerns(role) }.map(\.from) + versions.compactMap(\.from)).filter { $0 > instant }.min()
  }
}
