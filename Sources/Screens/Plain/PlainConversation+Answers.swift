import Commands
import EventLog
import Incidents

extension PlainConversation {
  /// A chat is taken line by line, looked at, and recorded after a yes.
  mutating func askForChat(_ row: IncidentRow) -> PlainTurn {
    question = .chat(row.id, label: row.label, [])
    return PlainTurn(["Paste the chat for #\(row.label), then a line with only a dot."])
  }

  /// Says what would happen, and waits for a yes.
  mutating func ask(_ words: [String], then command: Command) -> PlainTurn {
    question = .yes(command)
    return PlainTurn((words + ["Type yes to do it; anything else leaves it."]).map(PlainScreen.safe))
  }

  mutating func answer(_ question: PlainQuestion, with line: String) -> PlainTurn {
    self.question = nil
    switch question {
    case .chat(let id, let label, let lines):
      guard line == "." else {
        self.question = .chat(id, label: label, lines + [line])
        return PlainTurn()
      }
      return show(lines.joined(separator: "\n"), for: id, label: label)
    case .yes(let command):
      guard ["yes", "y"].contains(line.trimmingSpaces.lowercased()) else { return PlainTurn(["Left as it is."]) }
      return perform(command)
    }
  }

  private mutating func show(_ text: String, for id: StreamID, label: String) -> PlainTurn {
    switch ChatTranscript.parse(text, now: now, offset: offset) {
    case .failure(let trouble): return PlainTurn([PlainScreen.safe(trouble.message)])
    case .success(let chat):
      let lines = chat.lines.map { "\(ClockWords.full($0.at, offset: offset)) \($0.person): \($0.text)" }
      return ask(
        lines + ["\(chat.countWords) from a \(chat.source) for #\(label)."],
        then: .incident(id, ImportChat(chat.lines, source: chat.source, zone: nil), revision: nil))
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
