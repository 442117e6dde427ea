package import EventLog

/// A run of a procedure, for review.
package struct ReviewRun: Hashable, Sendable {
  /// A step that was left out, and why.
  package struct Skipped: Hashable, Sendable {
    package var number: Int
    package var title: String
    package var reason: String

    package init(number: Int, title: String, reason: String) {
      self.number = number
      self.title = title
      self.reason = reason
    }
  }

  package var procedure: String
  package var title: String
  package var done: Int
  package var skipped: [Skipped]
  package var total: Int
  package var startedAt: Instant
  package var finishedAt: Instant?
  /// "completed" or "abandoned"; nil while it goes on.
  package var outcome: String?
  package var deadlines: [Deadline]

  package init(
    procedure: String, title: String, done: Int, skipped: [Skipped] = [], total: Int, startedAt: Instant,
    finishedAt: Instant? = nil, outcome: String? = nil, deadlines: [Deadline] = []
  ) {
    self.procedure = procedure
    self.title = title
    self.done = done
    self.skipped = skipped
    self.total = total
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.outcome = outcome
    self.deadlines = deadlines
  }
}
