import Commands
import EventLog

extension ScreenState {
  /// Opens the runbook that answers the incident, at once where its details are at hand, else as soon as they are.
  mutating func askForRunbook(in situation: Situation, _ effects: inout [ScreenEffect]) {
    guard let row = situation.incident else { return }
    if let detail = details[row.id] {
      openRunbook(of: detail, &effects)
    } else {
      awaitRunbook(of: row)
    }
  }

  private mutating func awaitRunbook(of row: IncidentRow) {
    awaitsRunbook = row.id
    notice = Notice("Looking for the runbook of #\(row.label) \(Character(glyphs.ellipsis))")
  }

  mutating func openRunbook(of detail: IncidentDetail, _ effects: inout [ScreenEffect]) {
    var candidates = detail.runs.filter { $0.finishedAt == nil }.map {
      RunCandidate(name: $0.procedure, title: $0.title, run: $0.id, incident: detail.row.id)
    }
    if let best = detail.runbook, !candidates.contains(where: { $0.name == best.name }) {
      candidates.append(candidate(best, for: detail))
    }
    for row in detail.furtherRunbooks where !candidates.contains(where: { $0.name == row.name }) {
      candidates.append(candidate(row, for: detail))
    }
    switch candidates.count {
    case 0: offerRunbooks(for: detail)
    case 1: take(up: candidates[0], &effects)
    default: mode = .runChoice(RunChoice(question: "Which runbook?", candidates: Array(candidates.prefix(9))))
    }
  }

  private func candidate(_ row: RunbookRow, for detail: IncidentDetail) -> RunCandidate {
    let run = row.run.flatMap { $0.finishedAt == nil && $0.incident == detail.row.id ? $0.id : nil }
    return RunCandidate(name: row.name, title: row.title, run: run, incident: detail.row.id)
  }

  /// No runbook names what happened: those for the service are to choose from, else all of them.
  private mutating func offerRunbooks(for detail: IncidentDetail) {
    guard let runbooks else { return awaitRunbook(of: detail.row) }
    let label = detail.row.label
    let own = runbooks.filter { row in
      guard let service = detail.row.service, let other = row.service else { return false }
      return service.lowercased() == other.lowercased()
    }
    if let service = detail.row.service, !own.isEmpty {
      let question = "No runbook names an alert of #\(label). For its service \(service) there "
      mode = .runChoice(
        RunChoice(
          question: question + (own.count == 1 ? "is one; 1 starts it:" : "are several; which one?"),
          candidates: own.prefix(9).map { candidate($0, for: detail) }, all: detail.row.id))
      return
    }
    showRunbooks(for: detail.row.id)
    let choice = !runbooks.isEmpty ? " S starts the selected one for it." : ""
    let service = detail.row.service.map { " or its service \($0)" } ?? ""
    notice = Notice("No runbook names an alert of #\(label)\(service)." + choice)
  }

  /// The list of all, to choose one for an incident.
  private mutating func showRunbooks(for incident: StreamID) {
    places.append(.runbooks)
    runbookIncident = incident
  }

  /// Selects what comes next: the step after one that is done or left out, the first one of an option that is taken.
  mutating func followStep(_ action: RunAction) {
    guard case .stepper = place, let page = stepperPage else { return }
    switch action {
    case .finish(let number, _), .skip(let number, _):
      guard stepper.step != nil else { return }
      let notWanted = page.options.first { $0.steps.contains(number) }?.number
      stepper.step =
        page.steps.first { step in
          guard step.number > number, step.state == .todo else { return false }
          guard let notWanted, let option = page.options.first(where: { $0.steps.contains(step.number) }) else {
            return true
          }
          return option.number == notWanted
        }?.number
    case .take(let option):
      stepper.step = page.options.first { $0.number == option }?.steps.first
    case .note, .reopen, .give, .complete, .abandon: return
    }
    stepper.scroll = 0
  }

  mutating func pressRunChoice(_ choice: RunChoice, _ key: Key, _ effects: inout [ScreenEffect]) {
    if case .character(let character) = key, let digit = character.wholeNumberValue,
      choice.candidates.indices.contains(digit - 1)
    {
      mode = .keys
      take(up: choice.candidates[digit - 1], &effects)
    } else if key == .character("0"), let incident = choice.all {
      mode = .keys
      showRunbooks(for: incident)
    } else if isGoingBack(key) {
      mode = .keys
    }
  }

  /// Resumes a run, or starts one.
  private mutating func take(up candidate: RunCandidate, _ effects: inout [ScreenEffect]) {
    open(.stepper(name: candidate.name, run: candidate.run, incident: candidate.incident))
    if candidate.run == nil { start(candidate.name, for: candidate.incident, &effects) }
  }

  mutating func startRun(in situation: Situation, _ effects: inout [ScreenEffect]) {
    guard let name = situation.runbook else { return }
    if case .stepper(_, _, let incident) = place {
      places[places.count - 1] = .stepper(name: name, run: nil, incident: incident)
      start(name, for: incident, &effects)
    } else {
      open(.stepper(name: name, run: nil, incident: runbookIncident))
      start(name, for: runbookIncident, &effects)
    }
  }

  private mutating func start(_ name: String, for incident: StreamID?, _ effects: inout [ScreenEffect]) {
    send(
      .startRun(procedure: name, incident: incident), title: "Start \(name)", afterwards: .openRun(name: name), &effects
    )
  }
}
