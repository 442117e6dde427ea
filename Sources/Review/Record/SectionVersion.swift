package import EventLog

/// What somebody wrote in a section, and on what text it was based.
package struct SectionVersion: Hashable, Sendable, Codable {
  package var id: EventID
  package var section: HumanSection
  package var text: String
  /// The version that its author had before them; nil for the first.
  package var base: EventID?
  package var author: String
  package var at: Instant
}
