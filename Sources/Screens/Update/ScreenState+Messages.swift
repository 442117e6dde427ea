import Commands
import EventLog
import Incidents

extension ScreenState {
  /// Takes in what happened, as far as it is seen; what it calls for beyond that is left to `follow`.
  /// - Returns: whether anything may follow.
  mutating func heed(_ message: ScreenMessage, _ effects: inout [ScreenEffect]) -> Bool {
    switch message {
    case .painted:
      paintedGeneration = generation
      return false
    case .told, .kept: return false
    case .key: break
    default: news += 1
    }
    generation += 1
    switch message {
    case .key(let key): press(key, &effects)
    case .resized(let size): self.size = size
    case .tick(let instant): tick(instant, &effects)
    case .zone(let offset, let name): (self.offset, zoneName) = (offset, name)
    case .changed: loading.changed()
    case .loaded(let query, let result):
      loaded(query, result, &effects)
      pressHeldKeys(&effects)
    case .performed(let ticket, let result):
      performed(ticket, result, &effects)
      pressHeldKeys(&effects)
    case .exported(let result): exported(result)
    case .edited(let text): edited(text, &effects)
    case .editFailed(let sentence):
      if case .editor = mode { mode = .keys }
      refuse(sentence)
    case .painted, .told, .kept: break
    }
    rewriteMessage()
    scrollIntoView()
    return true
  }

  /// Tells the others where the person is, and asks for what the place shows and is not at hand.
  mutating func follow(_ effects: inout [ScreenEffect]) {
    tellPresence(&effects)
    askForWhatIsShown(&effects)
  }

  /// The order of the first screen depends on what is overdue, so a promise that breaks asks for it anew.
  private mutating func tick(_ instant: Instant, _ effects: inout [ScreenEffect]) {
    let before = now
    now = instant
    let isBroken = breaks(since: before, &effects)
    if isBroken { loading.forget(.board) }
    guard instant.milliseconds / 60_000 != before.milliseconds / 60_000 else { return }
    loading.retryFailed()
    // That nothing watches any more rings no bell: whoever watched is gone.
    if board?.header.wakesNobody == false { loading.forget(.board) }
  }

  /// Whether a promise broke since a moment; the first of those that are real is called out.
  private mutating func breaks(since before: Instant, _ effects: inout [ScreenEffect]) -> Bool {
    guard let board, before < now else { return false }
    let broken = board.rows.flatMap { row in
      row.deadlines.filter { $0.isOpen && $0.dueAt >= before && $0.dueAt < now }.map { (row, $0) }
    }
    if let (row, deadline) = broken.first(where: { $0.0.isWorthWaking && $0.0.status.isOpen }) {
      alarm("OVERDUE #\(row.label) \(row.severityLabel) \(DeadlineWords.name(deadline.kind)): \(row.title)", &effects)
    }
    return !broken.isEmpty
  }

  /// Rings and says why, but not again and again: what comes within the span is on the screen anyway.
  mutating func alarm(_ words: String, _ effects: inout [ScreenEffect]) {
    if let last = alarmedAt, now - last < ScreenState.alarmEvery, now >= last { return }
    alarmedAt = now
    effects.append(.alarm(Shortening.words("Sitrep: " + words, width: 100, glyphs: .ascii)))
  }

  static let alarmEvery = Span.seconds(20)

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

extension IncidentRow {
  /// Exercises and what nobody has to answer ring for nobody.
  var isWorthWaking: Bool { !isDrill && severity != .sev4 }
}
