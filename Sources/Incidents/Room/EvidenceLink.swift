package import EventLog

/// A link or digest that proves an entry, or belongs to the incident as a whole.
package struct EvidenceLink: Hashable, Sendable, Codable {
  package var id: EventID
  package var entry: EventID?
  package var link: String
  package var note: String?
}
