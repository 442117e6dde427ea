import Commands
import Comms
import EventLog
import Incidents
import Review

/// Writes the lines above the footer for what takes the keys.
struct BottomWriter {
  private let state: ScreenState
  private let width: Int
  private var made = BottomLines()

  init(_ state: ScreenState, width: Int) {
    self.state = state
    self.width = width
  }

  /// Nothing is typed, asked or said: what most frames find.
  static func isSilent(_ state: ScreenState) -> Bool {
    guard case .keys = state.mode else { return false }
    return state.notice == nil && state.pending.isEmpty && state.quietFor == nil && state.asked.isEmpty
      && (state.place != .list || state.board?.anniversaries.isEmpty ?? true)
  }

  func written() -> BottomLines {
    var writer = self
    writer.build()
    return writer.made
  }

  private mutating func build() {
    switch state.mode {
    case .keys, .help: notices()
    case .composer(let composer): build(composer)
    case .line(let prompt):
      notices()
      if prompt.isKept { say("Kept from before, and not recorded yet: ^U drops it.", Style(.warning)) }
      if let preview = prompt.command.preview {
        say(preview(prompt.situation, prompt.field.text), Style(.warning))
      }
      let target =
        prompt.situation.incident.map { prompt.namesIncident ? " #\($0.label)" : "" } ?? ""
      // The example behind a question goes where it would leave no room for the answer.
      let whole = prompt.prompt + target + ": "
      let short = (prompt.prompt.split(separator: " (").first.map(String.init) ?? prompt.prompt) + target + ": "
      input(whole.count * 5 > width * 3 ? short : whole, prompt.field)
    case .chat(let chat):
      if let complaint = chat.complaint {
        say(complaint, Style(.danger))
      } else if let transcript = chat.transcript {
        let skipped = transcript.skipped == 0 ? "" : "; \(transcript.skipped) others are nobody's words"
        say(
          "Enter records \(transcript.countWords) on #\(chat.label)\(skipped). q leaves it.",
          Style(.title, .bold))
      } else {
        say("Paste the chat here: nothing is recorded before you have seen it.", Style(.title, .bold))
      }
    case .message(let writing): build(writing)
    case .find(let field): input("/", field)
    case .palette(let palette): input(":", palette.field)
    case .choice(let prompt):
      let target = prompt.situation.incident.map { " #\($0.label)" } ?? ""
      offer(prompt.prompt + target + ":", prompt.choices.map { "\($0.key) \($0.title)" })
    case .runChoice(let choice):
      say(choice.question, Style(.inputText))
      for (place, item) in choice.candidates.enumerated() {
        made.lines.append(
          StyledLine(" \(place + 1)  \(item.name)\(item.run == nil ? "" : " (under way)"): \(item.title)", .inputText))
      }
    case .alerts(let walk):
      let alert = walk.current
      let standing = alert.verdict.map { " (\($0.words))" } ?? ""
      say(
        "Alert \(walk.place + 1) of \(walk.alerts.count) on #\(walk.label), "
          + "\(alert.name): \(alert.headline)\(standing). Did it help?", Style(.inputText, .bold))
    case .confirm(let confirmation): build(confirmation)
    case .editor: say("The entry is written in your editor.", Style(.notice))
    }
  }

  private mutating func say(_ text: String, _ style: Style) {
    made.lines += StyledLine.wrapped(
      text, style, width: max(1, width - 1), lead: StyledLine(" "), indent: 1, glyphs: state.glyphs)
  }

  /// A question and its answers, none of which is broken in two.
  private mutating func offer(_ question: String, _ answers: [String]) {
    var line = " " + question
    for answer in answers {
      let longer = line + "   " + answer
      if Sanitizer.width(of: longer, glyphs: state.glyphs) < width {
        line = longer
      } else {
        made.lines.append(StyledLine(line, .inputText))
        line = "   " + answer
      }
    }
    made.lines.append(StyledLine(line, .inputText))
  }

  private mutating func notices() {
    if let notice = state.notice {
      let undoable = notice.changed == nil ? nil : state.undoable(of: notice.changed)
      let undo = undoable.map {
        // What was said a moment ago needs no second telling.
        notice.text.contains($0)
          ? " (u takes it back)" : " (u takes back: \(Shortening.words($0, width: 36, glyphs: state.glyphs)))"
      }
      let role: StyleRole =
        switch notice.tone {
        case .done: .good
        case .info: .notice
        case .refused: .danger
        }
      say(notice.text + (undo ?? ""), Style(role))
    } else if let last = state.pending.last {
      let target = last.label.map { " #\($0)" } ?? ""
      say("\(last.title)\(target) \(Character(state.glyphs.ellipsis))", Style(.notice))
    } else if let quiet = state.quietFor {
      say(
        "Nothing was written for \(SpanWords.short(quiet)) on a SEV1. What is known now? l writes a line.",
        Style(.warning))
    } else if let asked = state.asked.first, state.place != .room(asked.id) {
      say(
        "You are asked to take command of #\(asked.label): its room shows what you take over.", Style(.warning, .bold))
    } else if state.place == .list, let anniversary = state.board?.anniversaries.first {
      let words = Shortening.words(anniversary.line, width: max(1, width - 2), glyphs: state.glyphs)
      made.lines.append(StyledLine(" " + words, .dim))
    }
  }

  private mutating func input(_ prompt: String, _ field: TextField) {
    let lead = " " + prompt
    let leadWidth = min(Sanitizer.width(of: lead, glyphs: state.glyphs), max(0, width * 2 / 3))
    let shown = Shortening.words(lead, width: leadWidth, glyphs: state.glyphs)
    let window = field.window(width: width - leadWidth, glyphs: state.glyphs)
    made.lines.append(StyledLine(shown, .title, .bold) + StyledLine(window.text, .inputText))
    made.cursor = (made.lines.count - 1, leadWidth + window.column)
  }

  private mutating func build(_ composer: Composer) {
    notices()
    if composer.isKept {
      say("This draft was kept from before, and is not recorded yet: ^U drops it.", Style(.warning))
    }
    if let detail = state.details[composer.incident], detail.present.contains(where: { $0.draftingSince != nil }) {
      say(state.presentWords(detail) ?? "", Style(.warning))
    }
    let intent = ComposerLine.parse(
      composer.field.text, now: state.now, offset: state.offset, people: state.board?.header.people ?? [])
    let detail = state.details[composer.incident]
    let impact = (detail?.row ?? state.boardRow(composer.incident))?.impactStartedAt
    let echo = intent.echo(
      now: state.now, offset: state.offset, impactStart: impact, hypotheses: detail?.hypotheses ?? [])
    if intent.command == nil, intent.notATime == nil {
      let room = max(1, width - 2)
      made.lines.append(StyledLine(" " + Shortening.words(echo, width: room, glyphs: state.glyphs), .placeholder))
    } else {
      say(echo, Style(intent.time == nil && intent.notATime == nil ? .notice : .warning))
    }
    input("log #\(composer.label): ", composer.field)
  }

  private mutating func build(_ writing: MessageField) {
    notices()
    if let gap = writing.gap { return input(GapQuestion.words(gap), writing.field) }
    if writing.isKept { say("Kept from before, and not sent yet: ^U drops it.", Style(.warning)) }
    if writing.field.isEmpty, let message = state.writtenMessage {
      let room = max(1, width - 2)
      let words =
        message.approvedBy == nil ? "Enter takes: \(message.draft.sentence)" : "Enter takes what was approved."
      made.lines.append(StyledLine(" " + Shortening.words(words, width: room, glyphs: state.glyphs), .placeholder))
    }
    input("tell \((state.message.audience ?? .team).words): ", writing.field)
  }

  private mutating func build(_ confirmation: Confirmation) {
    say(confirmation.text, Style(.warning))
    let target = confirmation.label.map { " #\($0)" } ?? ""
    switch confirmation.kind {
    case .changedMeanwhile:
      let isKnown = confirmation.revision != nil
      say(
        isKnown
          ? "\(confirmation.title)\(target) all the same? Enter does it, q leaves it."
          : "\(confirmation.title)\(target): looking at what changed \(Character(state.glyphs.ellipsis))",
        Style(.title, .bold))
    case .outward: say("\(confirmation.title)\(target)? Enter does it, q leaves it.", Style(.title, .bold))
    case .destructive: input("Type \(confirmation.label ?? "yes") to go on: ", confirmation.field)
    }
  }
}
