package import EventLog
package import Incidents

extension Schedule {
  /// Who stands behind the targets of an escalation at an instant: the roles of the rota as they are held then, and
  /// everybody with a role of their own.
  package func pagingTeam(at instant: Instant) -> PagingTeam {
    var team = PagingTeam()
    for role in DutyRole.allCases { team.duty[role.rawValue] = assignment(of: role, at: instant).person }
    for person in people {
      for role in person.roles { team.roles[role, default: []].append(person.name) }
    }
    return team
  }
}
