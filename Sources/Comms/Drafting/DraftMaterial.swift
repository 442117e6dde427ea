package import EventLog
package import Incidents

/// What a draft is made from.
package struct DraftMaterial: Hashable, Sendable {
  package var incident: Incident
  /// What is shown for its number.
  package var label: String
  /// What was said before, the oldest first.
  package var sent: [SentText]
  package var now: Instant
  package var clocks: ClockPolicy
  /// What the writer gave by name, before what the incident says ("workaround", "data_loss").
  package var given: [String: String]
  /// What the writer says in place of the sentence that would stand there.
  package var sentence: String?
  /// What the message is to call the incident.
  package var title: String?
  /// When the next message is to be promised; nil for what the cadence asks.
  package var nextUpdateAt: Instant?

  package init(
    incident: Incident, label: String, sent: [SentText], now: Instant, clocks: ClockPolicy,
    given: [String: String] = [:], sentence: String? = nil, title: String? = nil, nextUpdateAt: Instant? = nil
  ) {
    self.incident = incident
    self.label = label
    self.sent = sent
    self.now = now
    self.clocks = clocks
    self.given = given
    self.sentence = sentence
    self.title = title
    self.nextUpdateAt = nextUpdateAt
  }

  /// The names that a writer may give.
  package static let names = [
    "impact", "users_affected", "actions", "needs", "workaround", "data_loss", "recovery", "eta", "link", "started_at",
    "ic", "service",
  ]
}
