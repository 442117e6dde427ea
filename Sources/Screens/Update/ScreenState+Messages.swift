import Commands
import EventLog
import Incidents

extension ScreenState {
  mutating func take(_ message: ScreenMessage, _ effects: inout [ScreenEffect]) {
    if case .painted = message {
      paintedGeneration = generation
      return
    }
    if case .told = message { return }
    generation += 1
    switch message {
    case .key(let key): press(key, &effects)
    case .resized(let size): self.size = size
    case .tick(let instant): tick(instant)
    case .zone(let offset, let name): (self.offset, zoneName) = (offset, name)
    case .changed: loading.changed()
    case .loaded(let query, let result): loaded(query, result, &effects)
    case .performed(let ticket, let result): performed(ticket, result, &effects)
    case .exported(let result): exported(result)
    case .edited(let text): edited(text, &effects)
    case .editFailed(let sentence):
      if case .editor = mode { mode = .keys }
      refuse(sentence)
    case .painted, .told: break
    }
    tellPresence(&effects)
    settle(&effects)
  }

  /// The order of the first screen depends on what is overdue, so a promise that breaks asks for it anew.
  private mutating func tick(_ instant: Instant) {
    let before = now
    now = instant
    guard instant.milliseconds / 60_000 != before.milliseconds / 60_000 else { return }
    loading.retryFailed()
    guard let board else { return }
    let broke = board.rows.contains { row in
      row.deadlines.contains { $0.isOpen && $0.dueAt >= before && $0.dueAt < instant }
    }
    if broke { loading.forget(.board) }
  }

  mutating func refuse(_ trouble: Trouble) { refuse(trouble.message) }

  mutating func refuse(_ sentence: String) {
    notice = Notice(sentence, .refused)
    lastTrouble = sentence
  }

  private mutating func exported(_ result: Result<String, Trouble>) {
    switch result {
    case .success(let path): notice = Notice("The post-mortem is written: \(path)", .done)
    case .failure(let trouble): refuse(trouble)
    }
  }

  private mutating func edited(_ text: String?, _ effects: inout [ScreenEffect]) {
    guard case .editor(let incident) = mode else { return }
    mode = .keys
    var words = text ?? ""
    while words.last?.isWhitespace == true { words.removeLast() }
    guard !words.isEmpty else {
      notice = Notice("Nothing was written.")
      return
    }
    record(words, on: incident, &effects)
  }
}
