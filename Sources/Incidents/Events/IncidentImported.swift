package import EventLog

/// An incident that was over before this log knew of it came in from a document. What the document does not say stays
/// unknown.
package struct IncidentImported: EventPayload {
  package static let kind = "incident.imported"
  package static var correctable: Set<String> { ["title"] }
  package static var redactable: Set<String> {
    ["title", "service", "services", "summary", "impact", "source", "stated"]
  }

  package var number: Int
  package var title: String
  package var service: String?
  /// All that the document names; the first is the incident's.
  package var services: [String]
  package var tier: Int?
  package var severity: Severity?
  package var times: IncidentTimes
  package var resolution: Resolution?
  package var summary: String?
  package var impact: String?
  /// The name of the file.
  package var source: String
  /// SHA-256 of its bytes, in hexadecimal.
  package var digest: String
  package var stated: [StatedLength]
}

/// A length of time that a document states; what is computed from the times stands beside it.
package struct StatedLength: Hashable, Sendable, Codable {
  /// "time to detection", as it stands there.
  package var name: String
  package var text: String
  /// Nil where the words are no length of time.
  package var span: Span?

  package init(name: String, text: String, span: Span?) {
    self.name = name
    self.text = text
    self.span = span
  }
}

/// Where an incident came from that was not lived through here.
package struct ImportedFrom: Hashable, Sendable, Codable {
  package var source: String
  package var digest: String
  package var services: [String]
  package var stated: [StatedLength]

  package init(source: String, digest: String, services: [String], stated: [StatedLength]) {
    self.source = source
    self.digest = digest
    self.services = services
    self.stated = stated
  }
}
