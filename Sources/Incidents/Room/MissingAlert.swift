package import EventLog

/// An alert that did not exist or did not fire, and should have.
package struct MissingAlert: Hashable, Sendable, Codable {
  /// The event that says so.
  package var id: EventID
  /// What should have fired, in a sentence.
  package var text: String
  package var person: String
  package var at: Instant

  package init(id: EventID, text: String, person: String, at: Instant) {
    self.id = id
    self.text = text
    self.person = person
    self.at = at
  }
}
