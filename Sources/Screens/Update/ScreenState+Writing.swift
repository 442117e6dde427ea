import Commands
import Comms
import EventLog
import Incidents

extension ScreenState {
  /// The message of the place as far as it is written; nil until what it is written from is there.
  var writtenMessage: WrittenMessage? { writing.flatMap { try? $0.get() } }

  /// Writes it anew from what is known and typed by now: once for each thing that happens, as views ask often.
  mutating func rewriteMessage() {
    guard case .messages = place else {
      if writing != nil { writing = nil }
      return
    }
    writing = rewritten
  }

  private var rewritten: Result<WrittenMessage, CommsRefusal>? {
    guard var page = messagePage else { return nil }
    page.material.given = message.given
    var sentence = messagePlace.flatMap { drafts[$0] }
    if case .message(let writing) = mode, writing.gap == nil { sentence = writing.field.text }
    if sentence?.allSatisfy(\.isWhitespace) == true { sentence = nil }
    return Result { () throws(CommsRefusal) in
      try WrittenMessage(page, for: audience(page), sentence: sentence, at: now)
    }
  }

  private var messagePage: DraftPage? {
    guard case .messages(let id) = place, let draftPage, draftPage.id == id else { return nil }
    return draftPage
  }

  private func audience(_ page: DraftPage) -> Audience { message.audience ?? page.audiences.first ?? .team }

  /// Where its sentence is kept.
  var messagePlace: DraftPlace? {
    guard case .messages(let id) = place else { return nil }
    return .line("message.write", about: id.name, chosen: (message.audience ?? .team).rawValue)
  }

  /// Opens the message to those whom the team tells first, with its sentence to be typed.
  mutating func openMessage(for situation: Situation, _ effects: inout [ScreenEffect]) {
    guard let row = situation.incident else { return }
    message = MessagePosition(audience: .team)
    open(.messages(row.id))
    writeSentence()
    effects.append(.beWriting(row.id, .team, isOver: false))
  }

  mutating func writeSentence() {
    let kept = messagePlace.flatMap { drafts[$0] } ?? ""
    mode = .message(MessageField(field: TextField(kept), isKept: !kept.isEmpty))
  }

  /// To the next audience, whose words are kept apart.
  mutating func turnAudience(_ effects: inout [ScreenEffect]) {
    guard let page = messagePage, let place = page.audiences.firstIndex(of: audience(page)) else { return }
    effects.append(.beWriting(page.id, page.audiences[place], isOver: true))
    let next = page.audiences[(place + 1) % page.audiences.count]
    message.audience = next
    message.scroll = 0
    rewriteMessage()
    effects.append(.beWriting(page.id, next, isOver: false))
  }

  /// Whoever leaves the message writes it no longer; its words stay.
  mutating func endWriting(_ effects: inout [ScreenEffect]) {
    guard case .messages(let id) = place else { return }
    effects.append(.beWriting(id, message.audience ?? .team, isOver: true))
  }

  mutating func pressMessage(_ writing: MessageField, _ key: Key, _ effects: inout [ScreenEffect]) {
    var writing = writing
    if key != .enter { writing.isKept = false }
    switch key {
    case .tab where writing.gap == nil:
      keep(writing)
      turnAudience(&effects)
      return writeSentence()
    case .control("y"):
      keep(writing)
      guard let message = writtenMessage else { return }
      effects.append(.printBorderless(Sanitizer.plain(message.draft.text, keepingNewlines: true, glyphs: glyphs)))
      return
    case .down, .pageDown:
      message.scroll = MessageView.scrolled(self, to: message.scroll + (key == .down ? 1 : 5))
      return
    case .up, .pageUp:
      message.scroll = MessageView.scrolled(self, to: message.scroll - (key == .up ? 1 : 5))
      return
    case .control("u"):
      writing.field = TextField()
      keep(writing)
    default:
      switch writing.field.press(key) {
      case .edited, .ignored: break
      case .cancelled:
        keep(writing)
        mode = .keys
        return
      case .submitted:
        keep(writing)
        recordImpact(writing, &effects)
        return lookAtMessage()
      }
    }
    mode = .message(writing)
  }

  /// Words stay where they are typed: of the sentence as a draft, of a gap in the message.
  private mutating func keep(_ writing: MessageField) {
    let text = writing.field.text
    let isBlank = text.allSatisfy(\.isWhitespace)
    if let gap = writing.gap {
      message.given[gap] = isBlank ? nil : text
    } else if let place = messagePlace {
      drafts[place] = isBlank ? nil : text
    }
    mode = .keys
    rewriteMessage()
  }

  /// What people notice is the incident's own, and asked for once.
  private mutating func recordImpact(_ writing: MessageField, _ effects: inout [ScreenEffect]) {
    guard writing.gap == "impact", let text = message.given["impact"], case .messages(let id) = place else { return }
    send(.incident(id, SetImpact(text), revision: nil), title: "Impact", &effects)
  }

  /// What belongs into it is asked for first; then it says whom it goes to, and waits for a yes.
  mutating func lookAtMessage() {
    guard let page = messagePage, case .success(let written)? = writing, let place = messagePlace else {
      mode = .keys
      return refuse("There is no message to send yet.")
    }
    if let gap = written.draft.missing.first {
      guard message.given[gap] == nil, DraftMaterial.names.contains(gap) else {
        mode = .keys
        return refuse("The template leaves {{\(gap)}} open; mend it, or write without it.")
      }
      mode = .message(MessageField(field: TextField(), gap: gap))
      return
    }
    let audience = written.draft.audience
    let command = written.command(at: now)
    let remarks = written.findings.isEmpty ? "" : " The check has \(written.findings.count) to say."
    let words =
      written.ways.isEmpty
      ? "Nothing sends to \(audience.words) by itself: Y prints it, carry it there; this records it as told by "
        + "\(command.channel)."
      : "To \(audience.words) by \(written.ways.joined(separator: ", "))."
    mode = .confirm(
      Confirmation(
        kind: written.wantsNumber ? .destructive : .outward, title: written.ways.isEmpty ? "Mark as sent" : "Send",
        command: .incident(page.id, command, revision: page.incident.revision), incident: page.id,
        label: page.material.label, text: words + remarks, revision: page.incident.revision, shownFrom: generation,
        afterwards: .keepDraft(place, drafts[place] ?? "")))
  }

  /// It is on its way: its words have done their work, unless it is refused.
  mutating func messageLeaves(_ kept: DraftPlace) {
    drafts[kept] = nil
    places.removeLast()
  }
}
