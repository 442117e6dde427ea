package import EventLog

/// Who is on call at one instant, and what comes next.
package struct OnCallNow: Hashable, Sendable {
  package var team: Team
  /// The next handoff of any role; nil where there is no rotation.
  package var until: Instant?
  /// Who holds the roles from `until` on.
  package var next: Team?

  /// The person of each role; nil is a gap.
  package struct Team: Hashable, Sendable {
    /// Since when, or from when, as asked.
    package var at: Instant
    package var primary: Person?
    package var secondary: Person?
    package var commander: Person?

    package init(at: Instant, primary: Person?, secondary: Person?, commander: Person?) {
      self.at = at
      self.primary = primary
      self.secondary = secondary
      self.commander = commander
    }

    package subscript(role: DutyRole) -> Person? {
      switch role {
      case .primary: primary
      case .secondary: secondary
      case .commander: commander
      }
    }

    /// The roles that nobody holds.
    package var gaps: [DutyRole] { DutyRole.allCases.filter { self[$0] == nil } }
  }

  package init(team: Team, until: Instant?, next: Team?) {
    self.team = team
    self.until = until
    self.next = next
  }

  package var primary: Person? { team.primary }
  package var secondary: Person? { team.secondary }
  package var commander: Person? { team.commander }
}
