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

  package init(
    id: StreamID, procedure: String, title: String, incident: StreamID? = nil, incidentLabel: String? = nil,
    startedAt: Instant, finishedAt: Instant? = nil, done: Int, skipped: Int, total: Int, current: Int? = nil,
    target: Span? = nil
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
  }
}

/// A runbook opened: its steps with what became of them.
package struct RunbookPage: Hashable, Sendable {
  package var row: RunbookRow
  /// The Markdown as it was written.
  package var source: String
  package var steps: [StepRow]
  /// What the file gets wrong, in words.
  package var problems: [String]

  package init(row: RunbookRow, source: String, steps: [StepRow], problems: [String] = []) {
    self.row = row
    self.source = source
    self.steps = steps
    self.problems = problems
  }
}

/// One step of a runbook, and what became of it in the run that is shown.
package struct StepRow: Hashable, Sendable {
  /// How far the run is with the step.
  package enum State: String, Hashable, Sendable, CaseIterable { case todo, done, skipped }

  /// A command as the runbook has it, placeholders filled.
  package struct CommandText: Hashable, Sendable {
    package var language: String
    package var text: String
    package var isDestructive: Bool

    package init(language: String, text: String, isDestructive: Bool = false) {
      self.language = language
      self.text = text
      self.isDestructive = isDestructive
    }
  }

  package var number: Int
  package var section: String
  package var title: String
  /// The step's Markdown, variables filled.
  package var text: String
  package var commands: [CommandText]
  /// What a check asks and what it should answer ("promql … expect < 0.1").
  package var checks: [String]
  package var state: State
  package var person: String?
  package var at: Instant?
  package var notes: [String]

  package init(
    number: Int, section: String, title: String, text: String, commands: [CommandText] = [], checks: [String] = [],
    state: State = .todo, person: String? = nil, at: Instant? = nil, notes: [String] = []
  ) {
    self.number = number
    self.section = section
    self.title = title
    self.text = text
    self.commands = commands
    self.checks = checks
    self.state = state
    self.person = person
    self.at = at
    self.notes = notes
  }
}
