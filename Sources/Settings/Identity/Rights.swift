package import EventLog
package import OnCall

/// Who may do what needs a verified identity with a role. Acknowledging, logging, paging and taking command need none.
package struct Rights: Sendable {
  private let store: StoreKind
  private let fileOwner: Int?
  private let team: Rota

  /// - Parameter fileOwner: the user who owns the store's file; nil where it is not there yet.
  package init(store: StoreKind, fileOwner: Int?, team: Rota) {
    self.store = store
    self.fileOwner = fileOwner
    self.team = team
  }

  /// In a personal store the user who owns the file may do everything, whatever name is given.
  package func may(_ role: PersonRole, _ actor: Actor) -> Bool {
    if store == .personal, let fileOwner, actor.uid == fileOwner { return true }
    guard actor.assurance == .verified, let person = team.person(named: actor.person) else { return false }
    return person.roles.contains(role.rawValue)
  }

  /// A whole sentence: what is missing, and who has it.
  package func refusal(of role: PersonRole, to actor: Actor) -> String {
    let bearers = team.people.filter { $0.roles.contains(role.rawValue) }.map(\.name)
    let who =
      bearers.isEmpty
      ? "nobody has it yet: write it under roles in oncall.yaml." : "\(bearers.joined(separator: ", ")) may do it."
    if actor.assurance != .verified, bearers.contains(actor.person) {
      return
        "This needs the right '\(role.rawValue)' under a login of \(actor.person)'s own: a name that was only said "
        + "is not enough."
    }
    return "This needs the right '\(role.rawValue)', which \(actor.person) does not have; \(who)"
  }
}
