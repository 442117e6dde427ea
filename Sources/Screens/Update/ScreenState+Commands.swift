import Commands
import EventLog
import Incidents

extension ScreenState {
  /// Runs a command of the registry as far as it goes without more words from the person.
  mutating func run(
    _ command: RegisteredCommand, in situation: Situation, key: String? = nil, _ effects: inout [ScreenEffect]
  ) {
    if let strangeness = Registry.strangeness(of: command, at: situation.place) {
      refuse("\(command.title) is not to be had here: \(strangeness).")
      return
    }
    if let obstacle = Registry.obstacle(to: command, in: situation), isReadOnly || !isForMarked(command) {
      refuse("\(command.title) is not to be had now: \(obstacle).")
      return
    }
    switch command.input {
    case .nothing: carryOut(command, in: situation, RegisteredCommand.Given(), key: key, &effects)
    case .line(let prompt, let allowsEmpty):
      let draft = lineDrafts[lineKey(command, situation)] ?? ""
      mode = .line(
        LinePrompt(
          command: command, situation: situation, prompt: prompt, allowsEmpty: allowsEmpty, field: TextField(draft),
          isKept: !draft.isEmpty))
    case .lineAbout(let prompt):
      mode = .line(
        LinePrompt(
          command: command, situation: situation, prompt: prompt(situation), allowsEmpty: false, field: TextField()))
    case .choice(let prompt, let choices):
      mode = .choice(ChoicePrompt(command: command, situation: situation, prompt: prompt, choices: choices))
    case .confirmation(let words): confirm(command, words(situation), in: situation)
    case .choices(let prompt, let make):
      let choices = make(situation)
      let chosen = ChoicePrompt(command: command, situation: situation, prompt: prompt, choices: choices)
      if choices.count == 1 { choose(choices[0], of: chosen, &effects) } else { mode = .choice(chosen) }
    }
  }

  private func lineKey(_ command: RegisteredCommand, _ situation: Situation) -> String {
    let target = command.id.hasPrefix("run.") ? situation.run?.id : situation.incident?.id
    return command.id + "|" + (target?.name ?? "")
  }

  mutating func pressLine(_ prompt: LinePrompt, _ key: Key, _ effects: inout [ScreenEffect]) {
    var prompt = prompt
    let response = prompt.field.press(key)
    let text = prompt.field.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    let lineKey = lineKey(prompt.command, prompt.situation)
    switch response {
    case .edited:
      prompt.isKept = false
      mode = .line(prompt)
    case .ignored: break
    case .cancelled:
      lineDrafts[lineKey] = isBlank ? nil : text
      mode = .keys
    case .submitted where isBlank && !prompt.allowsEmpty:
      mode = .keys
      notice = Notice("Nothing was changed.")
    case .submitted:
      mode = .keys
      notice = nil
      let given =
        prompt.chosen.map { RegisteredCommand.Given(text: $0, reason: text) } ?? RegisteredCommand.Given(text: text)
      if prompt.chosen == nil, let reason = prompt.command.reasonPrompt(prompt.situation, given) {
        mode = .line(
          LinePrompt(
            command: prompt.command, situation: prompt.situation, prompt: reason, allowsEmpty: false,
            field: TextField(), chosen: text))
        return
      }
      let isSent = carryOut(
        prompt.command, in: prompt.situation, given, afterwards: .keepLine(id: lineKey, text), &effects)
      // What was typed and not understood stays to be put right.
      if isSent { lineDrafts[lineKey] = nil } else { mode = .line(prompt) }
    }
  }

  mutating func pressChoice(_ prompt: ChoicePrompt, _ key: Key, _ effects: inout [ScreenEffect]) {
    guard case .character(let character) = key, let choice = prompt.choices.first(where: { $0.key == character }) else {
      if isGoingBack(key) { mode = .keys }
      return
    }
    mode = .keys
    choose(choice, of: prompt, &effects)
  }

  private mutating func choose(
    _ choice: RegisteredCommand.Choice, of prompt: ChoicePrompt, _ effects: inout [ScreenEffect]
  ) {
    let given = RegisteredCommand.Given(text: choice.value)
    if let reason = prompt.command.reasonPrompt(prompt.situation, given) {
      mode = .line(
        LinePrompt(
          command: prompt.command, situation: prompt.situation, prompt: reason, allowsEmpty: false, field: TextField(),
          chosen: choice.value))
    } else {
      carryOut(prompt.command, in: prompt.situation, given, &effects)
    }
  }

  /// Does what a command means.
  /// - Returns: false where the words were not understood.
  @discardableResult
  private mutating func carryOut(
    _ registered: RegisteredCommand, in situation: Situation, _ given: RegisteredCommand.Given, key: String? = nil,
    afterwards: PendingCommand.Afterwards = .nothing, _ effects: inout [ScreenEffect]
  ) -> Bool {
    switch registered.action {
    case .interface(let action): show(action, in: situation, key: key, &effects)
    case .command(let make):
      switch make(situation, given) {
      case .failure(let trouble):
        refuse(trouble)
        return false
      case .success(let command):
        switch registered.effect {
        case .change where isForMarked(registered): sendToMarked(registered, given, &effects)
        case .read, .change:
          let undone = registered.id == "incident.undo" ? situation.undoable.map { " \"\($0)\"" } ?? "" : ""
          send(command, title: registered.title + undone, afterwards: afterwards, &effects)
        case .outward, .destructive: ask(registered, command, in: situation, given)
        }
      }
    }
    return true
  }

  /// Says what would happen, and waits for a yes.
  private mutating func confirm(_ registered: RegisteredCommand, _ words: String, in situation: Situation) {
    guard case .command(let make) = registered.action else { return }
    switch make(situation, RegisteredCommand.Given()) {
    case .failure(let trouble): refuse(trouble)
    case .success(let command):
      mode = .confirm(
        Confirmation(
          kind: .outward, title: registered.title, command: command, incident: nil, label: nil, text: words,
          revision: nil, shownFrom: generation))
    }
  }

  private func isForMarked(_ registered: RegisteredCommand) -> Bool {
    place == .list && !marked.isEmpty && ["incident.acknowledge", "incident.merge"].contains(registered.id)
  }

  /// One command to each that is marked and can take it; the marks are gone then.
  private mutating func sendToMarked(
    _ registered: RegisteredCommand, _ given: RegisteredCommand.Given, _ effects: inout [ScreenEffect]
  ) {
    guard case .command(let make) = registered.action else { return }
    let rows = board?.rows.filter { marked.contains($0.id) && $0.id.name != given.text } ?? []
    marked = []
    for row in rows {
      var situation = situation
      situation.incident = row
      guard registered.obstacle(situation) == nil, case .success(let command) = make(situation, given) else { continue }
      send(command, title: registered.title, &effects)
    }
  }

  private mutating func ask(
    _ registered: RegisteredCommand, _ command: Command, in situation: Situation, _ given: RegisteredCommand.Given
  ) {
    let row = situation.incident
    let target = row.map { " #\($0.label) \($0.title)" } ?? ""
    mode = .confirm(
      Confirmation(
        kind: registered.effect == .destructive ? .destructive : .outward, title: registered.title, command: command,
        incident: row?.id, label: row?.label, text: "\(registered.title)\(target): \(given.text)",
        revision: row?.revision, shownFrom: generation))
  }

  /// Sends a command to the desk, and goes on without waiting.
  mutating func send(
    _ command: Command, title: String, preview: String? = nil,
    afterwards: PendingCommand.Afterwards = .nothing, _ effects: inout [ScreenEffect]
  ) {
    var incident: StreamID?
    var after = afterwards
    switch command {
    case .incident(let id, _, _), .review(let id, _): incident = id
    case .startRun(let name, let id):
      incident = id
      if after == .nothing { after = .openRun(name: name) }
    case .declare, .importIncident: after = .select
    case .run(_, let action): followStep(action)
    case .rota: break
    }
    let ticket = nextTicket
    nextTicket += 1
    pending.append(
      PendingCommand(
        ticket: ticket, title: title, command: command, incident: incident, label: incident.flatMap(label),
        preview: preview, afterwards: after))
    effects.append(.perform(command, ticket: ticket))
  }

  func label(of id: StreamID) -> String? { details[id]?.row.label ?? boardRow(id)?.label }
}
