package import EventLog

/// A rule began to fire, whether it led to an incident or not.
package struct AlertFiring: Hashable, Sendable {
  package var rule: String
  package var incident: StreamID?
  package var at: Instant

  package init(rule: String, incident: StreamID?, at: Instant) {
    self.rule = rule
    self.incident = incident
    self.at = at
  }
}
