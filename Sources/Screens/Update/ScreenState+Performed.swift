import Commands
import EventLog

extension ScreenState {
  /// Takes in what came of a command.
  mutating func performed(_ ticket: Int, _ result: Result<Outcome, Trouble>, _ effects: inout [ScreenEffect]) {
    guard let place = pending.firstIndex(where: { $0.ticket == ticket }) else { return }
    let item = pending.remove(at: place)
    loading.changed()
    switch result {
    case .success(let outcome): succeeded(item, outcome)
    case .failure(let trouble): failed(item, trouble)
    }
  }

  private mutating func succeeded(_ item: PendingCommand, _ outcome: Outcome) {
    let isRun = if case .incident = item.command { false } else { true }
    notice = Notice(outcome.sentence, .done, changed: isRun ? nil : item.incident)
    switch item.afterwards {
    case .nothing, .keepDraft: break
    case .select: if place == .list { wanted = outcome.incident }
    case .openRun(let name):
      guard let run = outcome.run, case .stepper(let shown, nil, let incident) = place, shown == name else { return }
      places[places.count - 1] = .stepper(name: name, run: run, incident: incident)
    }
  }

  private mutating func failed(_ item: PendingCommand, _ trouble: Trouble) {
    dropHeldKeys()
    switch item.afterwards {
    case .keepDraft(let place, let words): if drafts[place] == nil, !words.isEmpty { drafts[place] = words }
    case .nothing, .select, .openRun: break
    }
    let subject = item.label.map { "\(item.title) #\($0): " } ?? "\(item.title): "
    refuse(subject + trouble.message)
    guard trouble.code == .changedMeanwhile, case .keys = mode, case .incident(let id, _, let revision) = item.command
    else { return }
    mode = .confirm(
      Confirmation(
        kind: .changedMeanwhile, title: item.title, command: item.command, incident: id, label: item.label,
        text: trouble.message, revision: nil, refused: revision, shownFrom: generation))
  }

  mutating func pressConfirmation(_ confirmation: Confirmation, _ key: Key, _ effects: inout [ScreenEffect]) {
    // Typed before the question was on the screen: meant for something else.
    guard paintedGeneration >= confirmation.shownFrom else { return }
    if confirmation.kind == .destructive {
      pressTarget(confirmation, key, &effects)
    } else if isGoingBack(key) || key == .character("n") {
      giveUp(confirmation)
    } else if key == .enter || key == .character("y"), confirmation.revision != nil || confirmation.incident == nil {
      confirmed(confirmation, &effects)
    }
  }

  private mutating func pressTarget(_ confirmation: Confirmation, _ key: Key, _ effects: inout [ScreenEffect]) {
    var confirmation = confirmation
    switch confirmation.field.press(key) {
    case .edited: mode = .confirm(confirmation)
    case .ignored: break
    case .cancelled: giveUp(confirmation)
    case .submitted:
      if confirmation.field.text == confirmation.label {
        confirmed(confirmation, &effects)
      } else {
        giveUp(confirmation)
      }
    }
  }

  private mutating func giveUp(_ confirmation: Confirmation) {
    mode = .keys
    notice = Notice("\(confirmation.title): left as it is.")
  }

  private mutating func confirmed(_ confirmation: Confirmation, _ effects: inout [ScreenEffect]) {
    mode = .keys
    notice = nil
    var command = confirmation.command
    if case .incident(let id, let inner, .some) = command {
      command = .incident(id, inner, revision: confirmation.revision)
    }
    send(command, title: confirmation.title, afterwards: confirmation.afterwards, &effects)
    if case .messages = place, case .keepDraft(let kept, _) = confirmation.afterwards { messageLeaves(kept) }
  }
}
