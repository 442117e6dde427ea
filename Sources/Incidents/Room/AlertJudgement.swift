package import EventLog

/// What was said of an alert of the incident; the last word counts.
package struct AlertJudgement: Hashable, Sendable, Codable {
  package var alert: StreamID
  /// The rule's name.
  package var name: String
  package var verdict: AlertVerdict
  package var person: String
  package var at: Instant

  package init(alert: StreamID, name: String, verdict: AlertVerdict, person: String, at: Instant) {
    self.alert = alert
    self.name = name
    self.verdict = verdict
    self.person = person
    self.at = at
  }
}
