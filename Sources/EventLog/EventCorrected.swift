/// A later and better account of an event of the same stream; the original stays in the log.
///
/// `fields` holds every correctable field as it now stands, so that the version with the greatest stamp is whole by
/// itself. No fields and no time is a retraction.
package struct EventCorrected: EventPayload {
  package static let kind = "event.corrected"
  package static var correctable: Set<String> { [] }
  package static var redactable: Set<String> { ["fields", "reason"] }

  package var fields: [String: JSONValue]?
  package var happenedAt: Instant?
  package var precision: Precision?
  package var reason: String

  package init(
    fields: [String: JSONValue]? = nil, happenedAt: Instant? = nil, precision: Precision? = nil, reason: String
  ) {
    self.fields = fields
    self.happenedAt = happenedAt
    self.precision = precision
    self.reason = reason
  }

  package var isRetraction: Bool { fields == nil && happenedAt == nil }
}

/// The record that an event's text was erased, with what is read in its place.
package struct EventRedacted: EventPayload {
  package static let kind = "event.redacted"

  /// The events whose payload is gone, each with the JSON text that the fold reads instead.
  package var replacements: [Replacement]
  package var reason: String

  /// What is read in the place of one erased event.
  package struct Replacement: Codable, Hashable, Sendable {
    package var target: EventID
    package var payload: String

    package init(target: EventID, payload: String) {
      self.target = target
      self.payload = payload
    }
  }

  package init(replacements: [Replacement], reason: String) {
    self.replacements = replacements
    self.reason = reason
  }
}
