/// Whom a level of an escalation pages: whoever is on call in a role, everybody who has a role, a person, or a list.
package struct EscalationTarget: Hashable, Sendable, Codable {
  /// What the name stands for.
  package enum Kind: String, Sendable, Codable, CaseIterable {
    /// Whoever is on call in this role at that moment ("primary").
    case duty
    /// Everybody to whom the configuration gives this role ("manager").
    case role
    case person
    case list
  }

  package var kind: Kind
  package var name: String
  /// Who is on a list; nil for everything else.
  package var people: [String]?

  package init(_ kind: Kind, _ name: String, people: [String]? = nil) {
    self.kind = kind
    self.name = name
    self.people = people
  }

  package static let primary = EscalationTarget(.duty, "primary")
  package static let secondary = EscalationTarget(.duty, "secondary")
  package static let commander = EscalationTarget(.duty, "commander")
  package static let manager = EscalationTarget(.role, "manager")

  /// As a sentence names it: "the primary", "a manager", "mira", "the list everybody".
  package var words: String {
    switch kind {
    case .duty: "the \(name)"
    case .role: "a \(name)"
    case .person: name
    case .list: "the list \(name)"
    }
  }
}
