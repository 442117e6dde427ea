/// Who did something, as observed and not as claimed: it is recorded with every event.
package struct Actor: Hashable, Sendable, Codable {
  /// The name people use for the person, or the name of the machine part ("alertmanager").
  package var person: String
  /// The operating system's login, where there is one.
  package var login: String?
  package var uid: Int?
  package var host: String?
  /// How it came in: "tty", "ssh:PEER", "http:KEY", "serve", "cli".
  package var via: String
  package var assurance: Assurance

  package init(
    person: String, login: String? = nil, uid: Int? = nil, host: String? = nil, via: String, assurance: Assurance
  ) {
    self.person = person
    self.login = login
    self.uid = uid
    self.host = host
    self.via = via
    self.assurance = assurance
  }
}

/// How far the name of an actor can be relied on.
package enum Assurance: String, Sendable, Codable, CaseIterable {
  /// The operating system's login maps to this person.
  case verified
  /// Somebody said so (`--as`).
  case asserted
  /// No person at all.
  case machine
}
