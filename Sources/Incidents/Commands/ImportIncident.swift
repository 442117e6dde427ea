package import EventLog

/// Takes an incident of the past over from a document: closed, with its times as exactly as they are known.
package struct ImportIncident: Sendable {
  /// A line of its timeline.
  package struct Entry: Hashable, Sendable {
    package var at: Instant
    package var precision: Precision
    package var endedAt: Instant?
    /// As given.
    package var zone: String?
    package var text: String

    package init(at: Instant, precision: Precision, endedAt: Instant?, zone: String?, text: String) {
      self.at = at
      self.precision = precision
      self.endedAt = endedAt
      self.zone = zone
      self.text = text
    }
  }

  package var title: String
  package var severity: Severity?
  package var services: [String]
  package var times: IncidentTimes
  package var resolution: Resolution?
  package var summary: String?
  package var impact: String?
  package var stated: [StatedLength]
  package var entries: [Entry]
  package var source: String
  package var digest: String
  /// When it was over, as far as anybody knows.
  package var endedAt: Instant

  package init(
    title: String, severity: Severity?, services: [String], times: IncidentTimes, resolution: Resolution?,
    summary: String?, impact: String?, stated: [StatedLength], entries: [Entry], source: String, digest: String,
    endedAt: Instant
  ) {
    self.title = title
    self.severity = severity
    self.services = services
    self.times = times
    self.resolution = resolution
    self.summary = summary
    self.impact = impact
    self.stated = stated
    self.entries = entries
    self.source = source
    self.digest = digest
    self.endedAt = endedAt
  }

  /// What tells the same document from another one.
  package static func key(_ digest: String) -> String { keyPrefix + digest }

  /// Whether a key is that of a document, and not of alerts.
  package static func isDocument(key: String) -> Bool { key.hasPrefix(keyPrefix) }

  private static let keyPrefix = "document|"

  /// The events of the new stream. No clock starts: what is over promises nothing.
  /// - Parameter document: where the document itself is kept, if it is.
  /// - Throws: a refusal for an empty title, times out of order, or an end that is yet to come.
  package func drafts(
    in stream: StreamID, facts: IncidentFacts, document: String? = nil
  ) throws(IncidentRefusal) -> [Draft] {
    guard !title.trimmed.isEmpty else { throw .emptyText("The title") }
    if endedAt > facts.now { throw .timeInFuture(endedAt) }
    try times.requireOrder()
    var blank = Incident(id: stream)
    blank.isDrill = facts.isDrill
    let service = services.first
    let body = IncidentImported(
      number: facts.nextNumber, title: title.trimmed, service: service, services: services,
      tier: service.flatMap { facts.services[$0]?.tier }, severity: severity, times: times, resolution: resolution,
      summary: summary, impact: impact, source: source, digest: digest, stated: stated)
    let imported = blank.draft(
      body, at: endedAt, precision: times.resolved?.precision ?? .approximate, evidence: document.map { [$0] } ?? [])
    return [imported]
      + entries.map { entry in
        var draft = blank.draft(
          TimelineNoted(text: entry.text, entry: .note), at: entry.at, precision: entry.precision, zone: entry.zone)
        draft.endedAt = entry.endedAt
        return draft
      }
  }
}
