/// Who stands behind the targets of an escalation at one moment.
package struct PagingTeam: Hashable, Sendable {
  /// Who is on call, by the name of the role; a role that nobody holds has no entry.
  package var duty: [String: String]
  /// Everybody who has a role, by its name.
  package var roles: [String: [String]]

  package init(duty: [String: String] = [:], roles: [String: [String]] = [:]) {
    self.duty = duty
    self.roles = roles
  }

  /// The short names of those whom a target means now; empty where that is nobody.
  package func people(of target: EscalationTarget) -> [String] {
    switch target.kind {
    case .duty: duty[target.name].map { [$0] } ?? []
    case .role: roles[target.name] ?? []
    case .person: [target.name]
    case .list: target.people ?? []
    }
  }
}
