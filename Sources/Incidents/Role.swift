package import EventLog

/// What somebody does in an incident.
package enum Role: String, Sendable, Codable, CaseIterable {
  case commander, deputy, operations, scribe, liaison, communications, planning

  /// Reads a role's name, or its short form ("ic", "ops", "comms").
  package init?(_ text: some StringProtocol) {
    switch text.lowercased() {
    case "ic", "commander", "incident commander", "incident-commander": self = .commander
    case "ops": self = .operations
    case "comms": self = .communications
    default: self.init(rawValue: text.lowercased())
    }
  }
}

/// A role held by one person for a while; open while `to` is nil.
package struct RoleInterval: Hashable, Sendable, Codable {
  package var role: Role
  package var person: String
  package var from: Instant
  package var to: Instant?

  package init(role: Role, person: String, from: Instant, to: Instant? = nil) {
    self.role = role
    self.person = person
    self.from = from
    self.to = to
  }
}

/// A value that held from one moment until another: severities and statuses over the life of an incident.
package struct Interval<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  package var value: Value
  package var from: Instant

  package init(_ value: Value, from: Instant) {
    self.value = value
    self.from = from
  }
}
