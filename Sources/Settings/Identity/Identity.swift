package import EventLog
package import OnCall

/// Who acts, from what was observed and what was said. What was observed is always recorded beside the name.
package enum Identity {
  /// The actor that the log records.
  ///
  /// - Parameters:
  ///   - claimed: the name given with `--as` or chosen before, where there was one; empty counts as none.
  ///   - team: the people of `oncall.yaml`.
  /// - Throws: in a team's store, for a name or login that is nobody's. In a personal store the login is the person,
  ///   and any name is taken and recorded as said, not seen.
  package static func actor(
    observed: ObservedLogin, claimed: String? = nil, store: StoreKind, team: Rota
  ) throws(IdentityRefusal) -> Actor {
    let own = observed.login.flatMap { team.person(login: $0)?.name }
    guard let claimed, !claimed.isEmpty else {
      return try unclaimed(observed, own: own, store: store)
    }
    guard isName(claimed) else { throw .notAName }
    let known = team.person(named: claimed) ?? team.person(login: claimed)
    if let known {
      return observed.actor(known.name, known.name == own ? .verified : .asserted)
    }
    switch store {
    case .personal:
      let isOwnLogin = own == nil && claimed == observed.login
      return observed.actor(claimed, isOwnLogin ? .verified : .asserted)
    case .team:
      throw .unknownName(claimed, nearest: NearestWord.to(claimed, among: team.people.map(\.name)))
    }
  }

  private static func unclaimed(
    _ observed: ObservedLogin, own: String?, store: StoreKind
  ) throws(IdentityRefusal) -> Actor {
    if let own { return observed.actor(own, .verified) }
    switch (store, observed.login) {
    case (.personal, let login?): return observed.actor(login, .verified)
    case (.personal, nil): return observed.actor("uid-\(observed.uid)", .asserted)
    case (.team, let login): throw .unknownLogin(login ?? "uid-\(observed.uid)")
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.count <= 64 && !text.contains { $0.isWhitespace && $0 != " " }
      && text.unicodeScalars.allSatisfy { ![.control, .format, .surrogate].contains($0.properties.generalCategory) }
      && text.contains { !$0.isWhitespace }
  }
}

extension ObservedLogin {
  fileprivate func actor(_ person: String, _ assurance: Assurance) -> Actor {
    Actor(person: person, login: login, uid: uid, host: host, via: via, assurance: assurance)
  }
}
