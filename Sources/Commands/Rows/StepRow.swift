package import EventLog
package import Procedures

/// One step of a runbook, and what became of it in the run that is shown.
package struct StepRow: Hashable, Sendable {
  /// How far the run is with the step.
  package enum State: String, Hashable, Sendable, CaseIterable {
    case todo, done, skipped
    /// It belongs to an option that was not taken.
    case notTaken = "not_taken"
  }

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
  /// What its section says before its first step, variables filled; empty for the others.
  package var lead: String
  package var commands: [CommandText]
  /// What a check asks and what it should answer ("promql … expect < 0.1").
  package var checks: [String]
  package var state: State
  package var person: String?
  package var at: Instant?
  package var notes: [String]
  /// The name of the option it belongs to; nil where it is done whatever is chosen.
  package var option: String?
  /// What it still lacks.
  package var gaps: [StepGap]

  package init(
    number: Int, section: String, title: String, text: String, commands: [CommandText] = [], checks: [String] = [],
    state: State = .todo, person: String? = nil, at: Instant? = nil, notes: [String] = [], option: String? = nil,
    gaps: [StepGap] = [], lead: String = ""
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
    self.option = option
    self.gaps = gaps
    self.lead = lead
  }
}
