/// Somebody whom a public text must not name.
package struct KnownPerson: Hashable, Sendable {
  /// The short name that the log and the rota use.
  package var name: String
  package var fullName: String?
  /// Logins, numbers and addresses: whatever else could say who it is.
  package var others: [String]

  package init(name: String, fullName: String? = nil, others: [String] = []) {
    self.name = name
    self.fullName = fullName
    self.others = others
  }
}
