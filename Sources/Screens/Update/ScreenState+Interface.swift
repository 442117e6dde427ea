import Commands
import Comms
import EventLog
import Incidents

extension ScreenState {
  /// Does what only the screen does.
  mutating func show(
    _ action: InterfaceAction, in situation: Situation, key: String?, _ effects: inout [ScreenEffect]
  ) {
    if move(action) { return }
    switch action {
    case .moveUp, .moveDown, .pageUp, .pageDown, .top, .bottom: break
    case .open: openSelected()
    case .back: goBack(key: key, &effects)
    case .quit: effects.append(.quit)
    case .repaint: effects.append(.repaint)
    case .suspend: effects.append(.suspend)
    case .showIncidents: showTab(.list)
    case .showOnCall: showTab(.onCall)
    case .showRunbooks: showTab(.runbooks)
    case .showPast: showTab(.past)
    case .help: mode = .help(scroll: 0)
    case .palette, .jump: mode = .palette(Palette())
    case .find: mode = .find(TextField(place == .past ? pastPosition.words : ""))
    case .findNext: findNext(by: 1)
    case .findPrevious: findNext(by: -1)
    case .compose: openComposer(for: situation)
    case .composeInEditor: openEditor(for: situation, &effects)
    case .importChat:
      if let row = situation.incident { mode = .chat(ChatImport(incident: row.id, label: row.label)) }
    case .openRunbook: askForRunbook(in: situation, &effects)
    case .startRun: startRun(in: situation, &effects)
    case .exportPostMortem: export(in: situation, &effects)
    case .printBorderless: printPlain(&effects)
    case .markPinned: mark(in: situation, &effects) { .init(Pin($0.id, isPinned: !$0.isPinned), "Pin") }
    case .markHidden: mark(in: situation, &effects) { .init(Hide($0.id, isHidden: !$0.isHidden), "Hide") }
    case .judgeAlerts: judgeAlerts(in: situation)
    case .markIncident: markSelected()
    case .showSimilar: showSimilar(in: situation)
    case .toggleSidePage: turnSide()
    case .turnToPast: turnToPast()
    case .earlierEntry: stepInPast(by: -1)
    case .laterEntry: stepInPast(by: 1)
    case .earlierMinute: stepMinute(by: -1)
    case .laterMinute: stepMinute(by: 1)
    case .showBoard: open(.board)
    case .writeMessage: openMessage(for: situation, &effects)
    case .writeSentence: writeSentence()
    case .sendMessage: lookAtMessage()
    case .nextAudience: turnAudience(&effects)
    case .showSource: (stepper.showsSource, stepper.scroll) = (!stepper.showsSource, 0)
    }
  }

  mutating func open(_ place: ScreenPlace) {
    guard self.place != place else { return }
    if case .room = place { room = RoomPosition() }
    if case .stepper = place { stepper = StepperPosition() }
    places.append(place)
  }

  private mutating func showSimilar(in situation: Situation) {
    guard let row = situation.incident else { return }
    guard let hits = similar[row.id] else {
      notice = Notice("Looking for what is like #\(row.label) \(Character(glyphs.ellipsis))")
      awaitsSimilar = row.id
      return
    }
    open(similar: hits, to: row.id)
  }

  mutating func open(similar hits: [PastPage.Hit], to id: StreamID) {
    awaitsSimilar = nil
    notice = nil
    guard !hits.isEmpty else {
      notice = Notice("Nothing that is over is like #\(label(of: id) ?? "it").")
      return
    }
    let words = "like #\(label(of: id) ?? "")"
    pastPosition = PastPosition(words: words, similarTo: id)
    past = PastPage(words: words, rows: hits)
    pastPosition.selection.select(0, count: hits.count) { hits[$0].row.id }
    open(.past)
  }

  /// Marks the selected incident and goes on to the next, so that a row of marks is a row of the same key.
  private mutating func markSelected() {
    guard let row = selectedIncident else { return }
    if marked.remove(row.id) == nil { marked.insert(row.id) }
    move(by: 1)
    notice = marked.isEmpty ? nil : Notice("\(marked.count) marked: a acknowledges them, M merges them.")
  }

  /// From the brief of an offered command to the timeline, then between timeline and facts.
  private mutating func turnSide() {
    if case .room(let id) = place, let detail = details[id], showsBrief(of: detail) {
      room.hidesBrief = true
    } else {
      room.showsFacts.toggle()
    }
  }

  private mutating func showTab(_ tab: ScreenPlace) {
    if tab != .runbooks { runbookIncident = nil }
    pageScroll = 0
    if tab == .past, pastPosition.similarTo != nil { (pastPosition, past) = (PastPosition(), nil) }
    places = [tab]
  }

  private mutating func openSelected() {
    switch place {
    case .list:
      if let id = list.id { open(.room(id)) }
    case .past:
      if let id = pastPosition.selection.id { open(.room(id)) }
    case .runbooks:
      guard let row = runbooks?.first(where: { $0.name == runbookSelection.id }) else { return }
      let run = row.run.flatMap { $0.finishedAt == nil && belongsHere($0) ? $0 : nil }
      open(.stepper(name: row.name, run: run?.id, incident: runbookIncident ?? run?.incident))
    case .onCall, .room, .messages, .stepper, .board: break
    }
  }

  /// A run for another incident than the one a runbook is chosen for is not taken up by accident.
  private func belongsHere(_ run: RunRow) -> Bool { runbookIncident == nil || run.incident == runbookIncident }

  private mutating func goBack(key: String?, _ effects: inout [ScreenEffect]) {
    if case .room = place, room.knownAt != nil {
      comeBackToNow()
    } else if places.count > 1 {
      endWriting(&effects)
      places.removeLast()
    } else if place != .list {
      showTab(.list)
    } else if key == nil || key == "q" {
      effects.append(.quit)
    }
  }

  private mutating func export(in situation: Situation, _ effects: inout [ScreenEffect]) {
    guard let row = situation.incident else { return refuse("No incident is selected.") }
    notice = Notice("Writing the post-mortem of #\(row.label) \(Character(glyphs.ellipsis))")
    effects.append(.exportPostMortem(row.id))
  }

  private struct Mark {
    var command: any IncidentCommand
    var title: String

    init(_ command: any IncidentCommand, _ title: String) {
      self.command = command
      self.title = title
    }
  }

  private mutating func mark(
    in situation: Situation, _ effects: inout [ScreenEffect], _ make: (TimelineRow) -> Mark
  ) {
    guard let row = situation.incident, let entry = situation.entry else { return }
    let mark = make(entry)
    send(.incident(row.id, mark.command, revision: nil), title: mark.title, &effects)
  }

  /// What is to be copied, as plain lines: the step's commands, or the incident.
  private mutating func printPlain(_ effects: inout [ScreenEffect]) {
    switch place {
    case .room:
      guard let detail = roomDetail else { return }
      effects.append(
        .printBorderless(
          PlainScreen.lines(of: detail, now: now, offset: offset, width: 10_000).joined(separator: "\n")))
    case .stepper:
      guard let step = selectedStep else { return refuse("No step is selected.") }
      let text = step.commands.isEmpty ? step.text : step.commands.map(\.text).joined(separator: "\n")
      effects.append(.printBorderless(Sanitizer.plain(text, keepingNewlines: true, glyphs: glyphs)))
    case .messages:
      guard let message = writtenMessage else { return }
      effects.append(.printBorderless(Sanitizer.plain(message.draft.text, keepingNewlines: true, glyphs: glyphs)))
    case .list, .onCall, .runbooks, .past, .board: break
    }
  }
}
