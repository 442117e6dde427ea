import Commands
import EventLog
import Incidents

extension ScreenState {
  /// A paste is read and shown; nothing is recorded before Enter.
  mutating func pressChat(_ chat: ChatImport, _ key: Key, _ effects: inout [ScreenEffect]) {
    var chat = chat
    let page = max(1, size.rows / 2)
    switch key {
    case .paste(let text):
      switch ChatTranscript.parse(text, now: now, offset: offset) {
      case .success(let transcript): (chat.transcript, chat.complaint, chat.scroll) = (transcript, nil, 0)
      case .failure(let trouble): chat.complaint = trouble.message
      }
    case .enter:
      guard let transcript = chat.transcript else { break }
      mode = .keys
      send(
        .incident(
          chat.incident, ImportChat(transcript.lines, source: transcript.source, zone: zoneName), revision: nil),
        title: "Import chat", &effects)
      return
    case .character("j"), .down: chat.scroll += 1
    case .character("k"), .up: chat.scroll -= 1
    case .control("d"), .pageDown: chat.scroll += page
    case .control("u"), .pageUp: chat.scroll -= page
    case _ where isGoingBack(key):
      mode = .keys
      notice = Notice("Nothing was taken over.")
      return
    default: return
    }
    chat.scroll = min(max(0, chat.scroll), max(0, (chat.transcript?.lines.count ?? 0) - 1))
    mode = .chat(chat)
  }
}
