package import EventLog

/// A runbook opened: its steps with what became of them.
package struct RunbookPage: Hashable, Sendable {
  /// How the text that is shown stands to the file of today.
  package enum Text: String, Hashable, Sendable, CaseIterable {
    /// The run follows what the file says, or no run is shown.
    case same
    /// The file says something else today; the text is the one that the run began with.
    case changed
    /// The file is no longer at hand.
    case gone
    /// The text that the run began with was too long to be kept; the file's own is shown.
    case notKept = "not_kept"
  }

  /// A part with its time on the clock, counted from the beginning of the run.
  package struct Phase: Hashable, Sendable {
    package var title: String
    package var start: Span
    package var end: Span

    package init(title: String, start: Span, end: Span) {
      self.title = title
      self.start = start
      self.end = end
    }
  }

  package var row: RunbookRow
  /// The Markdown as it was written.
  package var source: String
  package var steps: [StepRow]
  /// What there is to choose from; empty where there is no choice.
  package var options: [OptionRow]
  package var phases: [Phase]
  /// The recovery time objective of the incident's tier, else the one that the runbook names.
  package var objective: Span?
  package var text: Text
  /// What the file gets wrong, in words.
  package var problems: [String]

  package init(
    row: RunbookRow, source: String, steps: [StepRow], options: [OptionRow] = [], phases: [Phase] = [],
    objective: Span? = nil, text: Text = .same, problems: [String] = []
  ) {
    self.row = row
    self.source = source
    self.steps = steps
    self.options = options
    self.phases = phases
    self.objective = objective
    self.text = text
    self.problems = problems
  }
}
