package import EventLog

/// A runbook in the list.
package struct RunbookRow: Hashable, Sendable {
  package var name: String
  package var title: String
  package var service: String?
  /// The runbook's own target, beside the tier's.
  package var target: Span?
  package var steps: Int
  /// The rules it answers.
  package var rules: [String]
  /// The run that is under way, if one is.
  package var run: RunRow?

  package init(
    name: String, title: String, service: String? = nil, target: Span? = nil, steps: Int, rules: [String] = [],
    run: RunRow? = nil
  ) {
    self.name = name
    self.title = title
    self.service = service
    self.target = target
    self.steps = steps
    self.rules = rules
    self.run = run
  }
}

/// A run of a runbook: how far it is.
package struct RunRow: Hashable, Sendable {
  package var id: StreamID
  package var procedure: String
  package var title: String
  package var incident: StreamID?
  package var incidentLabel: String?
  package var startedAt: Instant
  package var finishedAt: Instant?
  package var done: Int
  package var skipped: Int
  package var total: Int
  /// The first step that is neither done nor skipped, from 1; nil once there is none.
  package var current: Int?
  package var target: Span?
  /// Everybody who did something in it, in that order.
  package var people: [String]

  package init(
    id: StreamID, procedure: String, title: String, incident: StreamID? = nil, incidentLabel: String? = nil,
    startedAt: Instant, finishedAt: Instant? = nil, done: Int, skipped: Int, total: Int, current: Int? = nil,
    target: Span? = nil, people: [String] = []
  ) {
    self.id = id
    self.procedure = procedure
    self.title = title
    self.incident = incident
    self.incidentLabel = incidentLabel
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.done = done
    self.skipped = skipped
    self.total = total
    self.current = current
    self.target = target
    self.people = people
  }
}
