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
      openLine(command, situation, prompt, allowsEmpty: allowsEmpty)
    case .lineAbout(let prompt): openLine(command, situation, prompt(situation))
    case .choice(let prompt, let choices):
      mode = .choice(ChoicePrompt(command: command, situation: situation, prompt: prompt, choices: choices))
    case .confirmation(let words):
      if let question = words(situation) {
        confirm(command, question, in: situation)
      } else {
        carryOut(command, in: situation, RegisteredCommand.Given(), key: key, &effects)
      }
    case .choices(let prompt, let make):
      let choices = make(situation)
      let chosen = ChoicePrompt(command: command, situation: situation, prompt: prompt, choices: choices)
      if choices.count == 1 { choose(choices[0], of: chosen, &effects) } else { mode = .choice(chosen) }
    }
  }

  /// Opens a command's line, with the words that were left there before.
  private mutating func openLine(
    _ command: RegisteredCommand, _ situation: Situation, _ words: String, allowsEmpty: Bool = false,
    chosen: String? = nil
  ) {
    var prompt = LinePrompt(
      command: command, situation: situation, prompt: words, allowsEmpty: allowsEmpty, field: TextField(),
      chosen: chosen, shownFrom: generation)
    if let draft = drafts[prompt.place] { (prompt.field, prompt.isKept) = (TextField(draft), true) }
    mode = .line(prompt)
  }

  mutating func pressLine(_ prompt: LinePrompt, _ key: Key, _ effects: inout [ScreenEffect]) {
    var prompt = prompt
    if key == .control("u") {
      (prompt.field, prompt.isKept) = (TextField(), false)
      drafts[prompt.place] = nil
      mode = .line(prompt)
      return
    }
    let response = prompt.field.press(key)
    let text = prompt.field.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    switch response {
    case .edited:
      prompt.isKept = false
      prompt.shownFrom = generation
      mode = .line(prompt)
    case .ignored: break
    case .cancelled:
      drafts[prompt.place] = isBlank ? nil : text
      mode = .keys
      if !isBlank { notice = Notice("What was typed is kept: the same command takes it up, ^U there drops it.") }
    case .submitted where isBlank && !prompt.allowsEmpty:
      mode = .keys
      drafts[prompt.place] = nil
      notice = Notice("Nothing was changed.")
    // What leaves the house leaves by an Enter that was pressed with the words in sight that say what it does.
    case .submitted where prompt.command.preview != nil && paintedGeneration < prompt.shownFrom: break
    case .submitted:
      mode = .keys
      notice = nil
      let given =
        prompt.chosen.map { RegisteredCommand.Given(text: $0, reason: text) } ?? RegisteredCommand.Given(text: text)
      if prompt.chosen == nil, let reason = prompt.command.reasonPrompt(prompt.situation, given) {
        drafts[prompt.place] = nil
        return openLine(prompt.command, prompt.situation, reason, chosen: text)
      }
      let isSent = carryOut(
        prompt.command, in: prompt.situation, given, afterwards: .keepDraft(prompt.place, text), &effects)
      // What was typed and not understood stays to be put right.
      if isSent { drafts[prompt.place] = nil } else { mode = .line(prompt) }
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
      openLine(prompt.command, prompt.situation, reason, chosen: choice.value)
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
        // Said and seen while it was typed: Enter was the yes.
        case .outward where registered.preview != nil:
          send(command, title: registered.title, afterwards: afterwards, &effects)
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
          kind: .outward, title: registered.title, command: command, incident: nil, label: situation.incident?.label,
          text: words,
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
    case .rota, .addSilence, .endSilence: break
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
