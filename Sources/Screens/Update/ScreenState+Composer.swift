import Commands
import EventLog
import Incidents

extension ScreenState {
  mutating func openComposer(for situation: Situation) {
    guard let row = situation.incident else { return }
    if case .room = place { room.entry = nil }
    let draft = drafts[.composer(row.id)] ?? ""
    mode = .composer(Composer(incident: row.id, label: row.label, field: TextField(draft), isKept: !draft.isEmpty))
  }

  mutating func openEditor(for situation: Situation, _ effects: inout [ScreenEffect]) {
    guard let row = situation.incident else { return }
    mode = .editor(row.id)
    effects.append(.edit(text: drafts[.composer(row.id)] ?? ""))
  }

  mutating func pressComposer(_ composer: Composer, _ key: Key, _ effects: inout [ScreenEffect]) {
    var composer = composer
    if key != .enter { composer.isKept = false }
    switch key {
    case .control("u"):
      composer.field = TextField()
      composer.historyPlace = nil
      drafts[.composer(composer.incident)] = nil
    case .up, .control("p"): recall(&composer, by: 1)
    case .down, .control("n"): recall(&composer, by: -1)
    default:
      switch composer.field.press(key) {
      case .edited: composer.historyPlace = nil
      case .ignored: break
      case .cancelled: return leave(composer)
      case .submitted:
        mode = .keys
        record(composer.field.text, on: composer.incident, &effects)
        return
      }
    }
    mode = .composer(composer)
  }

  private mutating func leave(_ composer: Composer) {
    mode = .keys
    let text = composer.field.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    drafts[.composer(composer.incident)] = isBlank ? nil : text
    if !isBlank { notice = Notice("The draft for #\(composer.label) is kept: l takes it up, ^U there drops it.") }
  }

  /// Turns through what was written before; the line's own words wait below the newest.
  private func recall(_ composer: inout Composer, by step: Int) {
    if composer.historyPlace == nil { composer.own = composer.field.text }
    let place = (composer.historyPlace ?? -1) + step
    guard place < history.count, place >= -1 else { return }
    composer.historyPlace = place < 0 ? nil : place
    composer.field = TextField(place < 0 ? composer.own : history[history.count - 1 - place])
  }

  /// Records a composer's line on an incident; nothing where there are no words in it.
  mutating func record(_ line: String, on incident: StreamID, _ effects: inout [ScreenEffect]) {
    let intent = ComposerLine.parse(line, now: now, offset: offset, people: board?.header.people ?? [])
    guard let command = intent.command else {
      if intent.time != nil || intent.target != .entry(.note) { drafts[.composer(incident)] = line }
      notice = Notice("Nothing was recorded: there were no words.")
      return
    }
    drafts[.composer(incident)] = nil
    history.removeAll { $0 == line }
    history.append(line)
    if history.count > 100 { history.removeFirst() }
    if var given = intent.time, case .entry(let kind) = intent.target {
      given.zone = zoneName
      send(
        .incident(incident, Log(intent.text, entry: kind, time: given), revision: nil), title: "Log",
        preview: intent.text, afterwards: .keepDraft(.composer(incident), line), &effects)
      return
    }
    send(
      .incident(incident, command, revision: nil), title: "Log", preview: intent.text,
      afterwards: .keepDraft(.composer(incident), line), &effects)
  }
}
