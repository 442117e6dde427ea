package import EventLog

/// A step of a run as it stands.
package struct RunStep: Codable, Sendable, Equatable {
  /// What became of the step.
  package enum State: String, Codable, Sendable, CaseIterable { case todo, done, skipped }

  /// What somebody wrote down at the step.
  package struct Note: Codable, Sendable, Equatable {
    package var text: String
    package var person: String
    package var at: Instant
  }

  /// From 1.
  package var number: Int
  package var title: String
  package var state = State.todo
  /// Who did or skipped it, and when.
  package var person: String?
  package var at: Instant?
  /// Why it was skipped.
  package var reason: String?
  package var notes: [Note] = []

  package init(number: Int, title: String) {
    self.number = number
    self.title = title
  }
}
