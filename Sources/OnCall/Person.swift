/// Somebody the team knows.
package struct Person: Hashable, Sendable {
  /// The short name used everywhere: on the command line, in rotations, in the log ("mira").
  package var name: String
  package var fullName: String?
  /// The logins of the operating system that are this person, on any host.
  package var logins: [String]
  /// The number to dial by hand. Sitrep itself has no phone.
  package var phone: String?
  package var email: String?
  /// What the person may do beyond the daily work, or is trained for ("commander", "rota", "redaction").
  package var roles: [String]
  /// The zone the person lives in, where it is not the rotation's.
  package var zone: Zone?

  package init(
    name: String, fullName: String? = nil, logins: [String] = [], phone: String? = nil, email: String? = nil,
    roles: [String] = [], zone: Zone? = nil
  ) {
    self.name = name
    self.fullName = fullName
    self.logins = logins
    self.phone = phone
    self.email = email
    self.roles = roles
    self.zone = zone
  }
}
