package import EventLog

/// A line of the narrative.
package struct NarrativeLine: Hashable, Sendable {
  package var at: Instant
  package var precision: Precision
  package var kind: String
  /// As the narrative calls them.
  package var who: String
  package var text: String
  package var isPinned: Bool
  /// How much later it was written down, where that is more than five minutes.
  package var recordedLate: Span?
  /// More than one where lines of monitoring were drawn together.
  package var count: Int
  /// When the last of them happened.
  package var until: Instant?
  package var evidence: [String]
  /// The event it shows; nil for a mark, and for lines drawn together.
  package var event: EventID?

  package init(
    at: Instant, precision: Precision = .exact, kind: String, who: String, text: String, isPinned: Bool = false,
    recordedLate: Span? = nil, count: Int = 1, until: Instant? = nil, evidence: [String] = [],
    event: EventID? = nil
  ) {
    self.at = at
    self.precision = precision
    self.kind = kind
    self.who = who
    self.text = text
    self.isPinned = isPinned
    self.recordedLate = recordedLate
    self.count = count
    self.until = until
    self.evidence = evidence
    self.event = event
  }
}
