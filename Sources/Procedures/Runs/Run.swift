package import EventLog

/// A procedure being followed, or followed to its end.
package struct Run: Codable, Sendable, Equatable {
  package var stream: StreamID
  package var procedure = ""
  package var title = ""
  package var kind = ProcedureKind.runbook
  package var textHash = ""
  /// The Markdown that is followed, in runs of old; newer ones name their attachment.
  package var text: String?
  /// The attachment with the Markdown that is followed ("sha256:…"); nil where it was too long to be kept.
  package var attachment: String?
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
  package var options: [ProcedureOption] = []
  /// The number of the option that was taken last; nil while none was.
  package var option: Int?
  /// What people said that `{{name}}` stands for.
  package var values: [String: String] = [:]

  package init(stream: StreamID) { self.stream = stream }

  package var isStarted: Bool { startedAt != nil }
  package var isFinished: Bool { finishedAt != nil }
  package var done: Int { steps.count { $0.state == .done } }
  package var skipped: Int { steps.count { $0.state == .skipped } }
  /// The steps of options that were not taken: neither to do nor left out.
  package var notTaken: Set<Int> {
    guard let option else { return [] }
    let others = Set(options.lazy.filter { $0.number != option }.flatMap(\.steps))
    return Set(steps.lazy.filter { $0.state == .todo && others.contains($0.number) }.map(\.number))
  }
  /// How many steps there are to do, without those of options that were not taken.
  package var total: Int { steps.count - notTaken.count }
  /// The steps still to do, in order.
  package var open: [RunStep] {
    let notTaken = notTaken
    return steps.filter { $0.state == .todo && !notTaken.contains($0.number) }
  }
  /// The first step still to do; nil where none is left or the run is over.
  package var current: RunStep? { isFinished ? nil : open.first }
  /// Everybody who began it or did something in it, in that order, each once.
  package var people: [String] {
    var seen: Set<String> = []
    let all = [startedBy] + steps.flatMap { [$0.person] + $0.notes.map { Optional($0.person) } }
    return all.compactMap { $0 }.filter { seen.insert($0).inserted }
  }

  package func step(_ number: Int) -> RunStep? { steps.first { $0.number == number } }

  /// The option that a step belongs to; nil where it is done whatever is chosen.
  package func option(of step: Int) -> ProcedureOption? { options.first { $0.steps.contains(step) } }
}
