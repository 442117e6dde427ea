package import EventLog

/// A procedure being followed, or followed to its end.
package struct Run: Codable, Sendable, Equatable {
  package var stream: StreamID
  package var procedure = ""
  package var title = ""
  package var kind = ProcedureKind.runbook
  package var textHash = ""
  /// The Markdown that is followed; nil where it was too long to be kept.
  package var text: String?
  package var incident: StreamID?
  package var service: String?
  package var isDrill = false
  package var startedAt: Instant?
  package var startedBy: String?
  package var finishedAt: Instant?
  package var outcome: RunOutcome?
  /// Why it was abandoned, or completed with open steps.
  package var reason: String?
  /// In order of their numbers.
  package var steps: [RunStep] = []
  package var deadlines: [Deadline] = []

  package init(stream: StreamID) { self.stream = stream }

  package var isStarted: Bool { startedAt != nil }
  package var isFinished: Bool { finishedAt != nil }
  package var done: Int { steps.count { $0.state == .done } }
  package var skipped: Int { steps.count { $0.state == .skipped } }
  /// The steps neither done nor skipped, in order.
  package var open: [RunStep] { steps.filter { $0.state == .todo } }
  /// The first step still to do; nil where none is left or the run is over.
  package var current: RunStep? { isFinished ? nil : steps.first { $0.state == .todo } }

  package func step(_ number: Int) -> RunStep? { steps.first { $0.number == number } }
}
