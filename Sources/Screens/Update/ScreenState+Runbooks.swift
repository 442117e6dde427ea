import Commands
import EventLog

extension ScreenState {
  /// Opens the runbook that answers the incident, at once where its details are at hand, else as soon as they are.
  mutating func askForRunbook(in situation: Situation, _ effects: inout [ScreenEffect]) {
    guard let row = situation.incident else { return }
    if let detail = details[row.id] {
      openRunbook(of: detail, &effects)
    } else {
      awaitsRunbook = row.id
      notice = Notice("Looking for the runbook of #\(row.label) \(Character(glyphs.ellipsis))")
    }
  }

  mutating func openRunbook(of detail: IncidentDetail, _ effects: inout [ScreenEffect]) {
    var candidates = detail.runs.filter { $0.finishedAt == nil }.map {
      RunCandidate(name: $0.procedure, title: $0.title, run: $0.id, incident: detail.row.id)
    }
    if let best = detail.runbook, !candidates.contains(where: { $0.name == best.name }) {
      let run = best.run.flatMap { $0.finishedAt == nil && $0.incident == detail.row.id ? $0.id : nil }
      candidates.append(RunCandidate(name: best.name, title: best.title, run: run, incident: detail.row.id))
    }
    switch candidates.count {
    case 0:
      places.append(.runbooks)
      runbookIncident = detail.row.id
      let choice = runbooks?.isEmpty == false ? " S starts the selected one for it." : ""
      notice = Notice("No runbook names what #\(detail.row.label) is about." + choice)
    case 1: take(up: candidates[0], &effects)
    default: mode = .runChoice(Array(candidates.prefix(9)))
    }
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

  mutating func pressRunChoice(_ candidates: [RunCandidate], _ key: Key, _ effects: inout [ScreenEffect]) {
    if case .character(let character) = key, let digit = character.wholeNumberValue,
      candidates.indices.contains(digit - 1)
    {
      mode = .keys
      take(up: candidates[digit - 1], &effects)
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
