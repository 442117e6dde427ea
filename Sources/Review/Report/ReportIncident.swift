package import EventLog
package import Incidents

/// An incident as a report over a period sees it.
package struct ReportIncident: Hashable, Sendable {
  package var incident: Incident
  /// "#42", as people call it.
  package var label: String
  package var actions: [ActionItem]
  /// Promises of runs and of the review, beside the incident's own.
  package var otherDeadlines: [Deadline]

  package init(_ incident: Incident, label: String, actions: [ActionItem] = [], otherDeadlines: [Deadline] = []) {
    self.incident = incident
    self.label = label
    self.actions = actions
    self.otherDeadlines = otherDeadlines
  }

  /// When it began as far as anybody knows: what puts it into a period.
  package var start: Instant { incident.began }
}
