import Commands
import EventLog
import Incidents
import OnCall

extension PlainConversation {
  /// Runs a word with what stands after it.
  mutating func run(_ word: PlainWord, _ rest: String, line: String) -> PlainTurn {
    guard let command = Registry.command(word.id) else { return PlainTurn() }
    if isReadOnly, command.effect != .read { return PlainTurn(["Not done: this console is read-only."]) }
    switch word.word {
    case "help": return PlainTurn(help)
    case "quit": return PlainTurn(effects: [.quit])
    case "list": return ask(.board, .show)
    case "oncall": return ask(.onCall, .show)
    case "take", "handoff", "takeover", "withdraw", "seen", "override", "swap": return onRota(word, rest)
    case "board": return board(of: self.board?.rows.filter(\.status.isOpen).prefix(WallView.most) ?? [])
    case "source":
      guard let page else { return PlainTurn(["No runbook is open: runbook NAME, or runbook N for an incident."]) }
      return ask(.runbook(name: page.row.name, run: page.row.run?.id), .source)
    case "runbooks": return ask(.runbooks, .show)
    case "past": return ask(.past(words: rest, before: nil), .show)
    case "declare":
      switch DeclareLine.parse(rest) {
      case .success(let declare): return perform(.declare(declare))
      case .failure(let trouble): return PlainTurn([trouble.message])
      }
    case "start", "check", "skip", "note", "again", "option", "fill", "complete":
      return step(word.word, rest)
    case "runbook" where !rest.isEmpty && incidentLabel(rest) == nil:
      pageIncident = nil
      return ask(.runbook(name: rest, run: nil), .show)
    default: return onIncident(word, rest, line: line)
    }
  }

  /// Runs a line again whose incident has been found among those that are over.
  mutating func run(_ line: String, on row: IncidentRow) -> PlainTurn {
    let words = line.split(separator: " ", maxSplits: 2)
    guard let word = words.first.flatMap({ PlainWord.named($0) }) else { return PlainTurn() }
    return run(word, words.count > 2 ? String(words[2]) : "", on: row)
  }

  private mutating func onIncident(_ word: PlainWord, _ rest: String, line: String) -> PlainTurn {
    let first = rest.prefix { $0 != " " }
    if let label = incidentLabel(first), !first.isEmpty {
      let text = String(rest[first.endIndex...].drop { $0 == " " })
      if let row = board?.rows.first(where: { $0.label == label || String($0.number) == label }) {
        return run(word, text, on: row)
      }
      guard let number = Int64(label.filter(\.isNumber)), number < .max else {
        return PlainTurn(["There is no incident #\(label)."])
      }
      return ask(.past(words: "", before: number + 1), .line(line, label: label))
    }
    let open = board?.rows.filter { word.word == "ack" ? $0.status == .triggered : $0.status.isOpen } ?? []
    guard open.count == 1, let row = open.first else {
      return PlainTurn(["Say which incident: \(word.word) \(word.form)"])
    }
    return run(word, rest, on: row)
  }

  private mutating func run(_ word: PlainWord, _ text: String, on row: IncidentRow) -> PlainTurn {
    switch word.word {
    case "similar": return ask(.similar(row.id), .show)
    case "show": return ask(.incident(row.id, entries: 200), .show)
    case "asof":
      guard let time = TimeText.parse(text, now: now, offset: offset) else {
        return PlainTurn(["Say when: asof N 14:05, or asof N 10m ago."])
      }
      return ask(.asKnown(row.id, at: time.at, entries: 200), .show)
    case "import": return askForChat(row)
    case "tell": return ask(.messages(row.id), .show)
    case "send": return ask(.messages(row.id), .message(text))
    case "export": return PlainTurn(effects: [.exportPostMortem(row.id)])
    case "runbook": return ask(.incident(row.id, entries: 1), .runbook)
    case "pin", "hide": return ask(.incident(row.id, entries: 1), .mark(id: word.id))
    case "log":
      let intent = ComposerLine.parse(text, now: now, offset: offset)
      guard let command = intent.command else { return PlainTurn(["Nothing was recorded: there were no words."]) }
      var turn = perform(.incident(row.id, command, revision: nil))
      if let word = intent.notATime { turn.lines.append("\(word) is no time, so it stays in the text.") }
      return turn
    default: return registered(word, text, on: row)
    }
  }

  private mutating func registered(_ word: PlainWord, _ text: String, on row: IncidentRow) -> PlainTurn {
    guard let command = Registry.command(word.id), case .command(let make) = command.action else { return PlainTurn() }
    if word.id == "incident.undo" { return ask(.incident(row.id, entries: 1), .part(id: word.id, text)) }
    if case .choices = command.input { return ask(.incident(row.id, entries: 1), .part(id: word.id, text)) }
    if word.id == "evidence.link" { return ask(.incident(row.id, entries: 1), .part(id: word.id, text)) }
    let situation = Situation(
      place: .room, incident: row, isReadOnly: isReadOnly, listed: board?.rows ?? [],
      people: board?.header.people ?? [], contacts: board?.header.contacts ?? [], person: board?.header.user)
    if let obstacle = Registry.obstacle(to: command, in: situation) {
      return PlainTurn(["Not done: \(obstacle)."])
    }
    switch make(situation, given(command, text)) {
    case .failure(let trouble): return PlainTurn([PlainScreen.safe(trouble.message)])
    case .success(let made):
      guard let preview = command.preview else { return perform(made) }
      return ask([PlainScreen.safe(preview(situation, text))], then: made)
    }
  }

  /// Runs a command on a part of the incident: the first word is its number, which may be left out where there is one.
  mutating func run(partOf detail: IncidentDetail, id: String, _ text: String) -> PlainTurn {
    guard let command = Registry.command(id), case .command(let make) = command.action else { return PlainTurn() }
    let situation = Situation(
      place: .room, incident: detail.row, entry: detail.timeline.last, isReadOnly: isReadOnly,
      undoable: detail.undoable, detail: detail,
      listed: board?.rows ?? [], people: board?.header.people ?? [], person: board?.header.user)
    if let obstacle = Registry.obstacle(to: command, in: situation) { return PlainTurn(["Not done: \(obstacle)."]) }
    var given = RegisteredCommand.Given(text: text)
    if case .confirmation(let words) = command.input, let words = words(situation),
      case .success(let command) = make(situation, given)
    {
      return ask([words], then: command)
    }
    if case .choices(_, let choices) = command.input {
      let all = choices(situation)
      let words = text.split(separator: " ", maxSplits: 1).map(String.init)
      let number = words.first.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
      let named = all.first { $0.number == number }
      guard let choice = named ?? (all.count == 1 ? all.first : nil) else {
        return PlainTurn(
          ["Say which one:"] + all.map { PlainScreen.safe("\($0.number ?? String($0.key)): \($0.title)") })
      }
      let rest = named == nil ? text : words.count > 1 ? words[1] : ""
      given = RegisteredCommand.Given(text: choice.value, reason: rest.isEmpty ? nil : rest)
    }
    switch make(situation, given) {
    case .failure(let trouble): return PlainTurn([PlainScreen.safe(trouble.message)])
    case .success(let command): return perform(command)
    }
  }

  private mutating func board(of rows: ArraySlice<IncidentRow>) -> PlainTurn {
    guard !rows.isEmpty else { return PlainTurn(["No open incident."]) }
    return PlainTurn(effects: rows.flatMap { ask(.incident($0.id, entries: 12), .wall).effects })
  }

  /// For a choice the first word chooses, and the rest is the reason.
  private func given(_ command: RegisteredCommand, _ text: String) -> RegisteredCommand.Given {
    guard case .choice = command.input else {
      let words = text.split(separator: " ")
      guard command.id == "incident.commander", let because = words.firstIndex(of: "because") else {
        return RegisteredCommand.Given(text: text)
      }
      return RegisteredCommand.Given(
        text: words[..<because].joined(separator: " "), reason: words[(because + 1)...].joined(separator: " "))
    }
    let words = text.split(separator: " ", maxSplits: 1)
    return RegisteredCommand.Given(
      text: words.first.map(String.init) ?? "", reason: words.count > 1 ? String(words[1]) : nil)
  }

  private var help: [String] {
    PlainWord.all.map { word in
      let meaning = Registry.command(word.id)?.help ?? ""
      return "\(word.word)\(word.form.isEmpty ? "" : " " + word.form): \(meaning)"
    } + ["A number alone shows that incident. N may be left out where only one is open."]
  }

  private mutating func step(_ word: String, _ rest: String) -> PlainTurn {
    guard let page else { return PlainTurn(["No runbook is open: runbook NAME, or runbook N for an incident."]) }
    if word == "start" { return perform(.startRun(procedure: page.row.name, incident: pageIncident)) }
    guard let run = page.row.run, run.finishedAt == nil else {
      return PlainTurn(["No run is under way: start begins one."])
    }
    if word == "complete" { return perform(.run(run.id, .complete)) }
    if word == "option" || word == "fill" {
      let id = word == "option" ? "run.option" : "run.value"
      guard case .command(let make)? = Registry.command(id)?.action else { return PlainTurn() }
      switch make(Situation(place: .stepper, run: run, options: page.options), .init(text: rest)) {
      case .success(let command): return perform(command)
      case .failure(let trouble): return PlainTurn([PlainScreen.safe(trouble.message)])
      }
    }
    let first = rest.prefix { $0 != " " }
    let number = Int(first)
    let text = number == nil ? rest : String(rest[first.endIndex...].drop { $0 == " " })
    guard let step = number ?? page.steps.first(where: { $0.state == .todo })?.number,
      page.steps.contains(where: { $0.number == step })
    else { return PlainTurn(["There is no such step."]) }
    switch word {
    case "check": return perform(.run(run.id, .finish(step: step, note: text.isEmpty ? nil : text)))
    case "skip": return perform(.run(run.id, .skip(step: step, reason: text)))
    case "note": return perform(.run(run.id, .note(step: step, text: text)))
    default: return perform(.run(run.id, .reopen(step: step)))
    }
  }
}
