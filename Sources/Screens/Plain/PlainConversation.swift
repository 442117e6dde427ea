package import Commands
package import EventLog
import Incidents

/// The console without a screen: a line in, lines out. Every command by its words, for screen readers, for terminals
/// that cannot be drawn on, and for pipes.
package struct PlainConversation: Sendable {
  package var now: Instant
  package var offset: Span
  package var width: Int?
  package let opensReadOnly: Bool
  private(set) var board: Board?
  /// The runbook shown last, and the incident it was opened for.
  var page: RunbookPage?
  var pageIncident: StreamID?
  /// The rota as it was read out last, for the numbers of its shifts.
  var rota: OnCallPage?
  /// What the next line answers; nil where it is a command.
  var question: PlainQuestion?
  var nextTicket = 1
  /// What goes on once an answer is here.
  var waiting: [Query: Continuation] = [:]

  enum Continuation: Hashable, Sendable {
    case show
    /// Only to know it.
    case keep
    /// Shows a runbook as it was written.
    case source
    /// Runs the line again, with the incident that the answer holds.
    case line(String, label: String)
    /// Opens the runbook of the incident.
    case runbook
    /// Marks the newest entry.
    case mark(id: String)
    /// Goes on with a command of the registry that had to see the rota first.
    case rota(id: String, String)
    /// Reads a message with this sentence out, and asks whether it goes.
    case message(String)
    /// Says how it stands as the board for the wall does.
    case wall
    /// Runs a command of the registry on a part of the incident, with the words that stood after it.
    case part(id: String, String)
  }

  package init(now: Instant, offset: Span = .zero, width: Int? = nil, isReadOnly: Bool = false) {
    self.now = now
    self.offset = offset
    self.width = width
    opensReadOnly = isReadOnly
  }

  /// What stands before the first line.
  package mutating func start() -> PlainTurn {
    var turn = ask(.board, .show)
    turn.lines = ["Sitrep, plain. \"help\" lists the words, \"quit\" leaves."]
    return turn
  }

  /// Takes a line that a person typed.
  package mutating func read(_ line: String) -> PlainTurn {
    if let question { return answer(question, with: line) }
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard let first = words.first else { return PlainTurn() }
    if let only = incidentLabel(first), words.count == 1 { return read("show \(only)") }
    guard let word = PlainWord.named(first) else {
      return PlainTurn([PlainScreen.safe("\"\(first)\" is no command here: help lists them.")])
    }
    let rest = line[first.endIndex...].drop { $0 == " " }
    return run(word, String(rest), line: line)
  }

  /// Takes what the desk answered.
  package mutating func loaded(_ query: Query, _ result: Result<Answer, Trouble>) -> PlainTurn {
    let next = waiting.removeValue(forKey: query) ?? .show
    switch result {
    case .failure(let trouble): return PlainTurn([PlainScreen.safe(trouble.message)])
    case .success(let answer): return take(answer, next)
    }
  }

  /// Takes what came of a command.
  package mutating func performed(_ ticket: Int, _ result: Result<Outcome, Trouble>) -> PlainTurn {
    var turn = ask(.board, .keep)
    switch result {
    case .failure(let trouble): turn.lines = [PlainScreen.safe("Not done: \(trouble.message)")]
    case .success(let outcome):
      turn.lines = [PlainScreen.safe(outcome.sentence)]
      if let run = outcome.run, let name = page?.row.name {
        turn.effects += ask(.runbook(name: name, run: run), .show).effects
      }
    }
    return turn
  }

  /// Takes the path of the file that was written.
  package func exported(_ result: Result<String, Trouble>) -> PlainTurn {
    switch result {
    case .success(let path): PlainTurn([PlainScreen.safe("The post-mortem is written: \(path)")])
    case .failure(let trouble): PlainTurn([PlainScreen.safe(trouble.message)])
    }
  }

  mutating func ask(_ query: Query, _ next: Continuation) -> PlainTurn {
    waiting[query] = next
    return PlainTurn(effects: [.load(query)])
  }

  private mutating func take(_ answer: Answer, _ next: Continuation) -> PlainTurn {
    switch answer {
    case .board(let new):
      board = new
      return next == .keep ? PlainTurn() : PlainTurn(PlainScreen.lines(of: new, now: now, offset: offset, width: width))
    case .incident(let detail): return take(detail, next)
    case .past(let page):
      if case .line(let line, let label) = next {
        guard let hit = page.rows.first(where: { $0.row.label == label || String($0.row.number) == label }) else {
          return PlainTurn(["There is no incident #\(label)."])
        }
        return run(line, on: hit.row)
      }
      return PlainTurn(PlainScreen.lines(of: page, now: now, width: width))
    case .similar(let hits):
      return PlainTurn(
        hits.isEmpty
          ? ["Nothing that is over is like it."]
          : hits.map { PlainScreen.safe("#\($0.row.label) \($0.row.title) (\($0.excerpt ?? "-"))") })
    case .onCall(let page):
      if case .rota(let id, let text) = next { return run(onRota: page, id: id, text) }
      rota = page
      return PlainTurn(PlainScreen.lines(of: page, numbersShifts: true, wakesNobody: board?.header.wakesNobody ?? true))
    case .messages(let page):
      guard case .message(let sentence) = next else { return PlainTurn(PlainScreen.lines(of: page, now: now)) }
      return send(sentence, page)
    case .runbooks(let rows): return PlainTurn(PlainScreen.lines(of: rows, width: width))
    case .runbook(let new):
      if next == .source { return PlainTurn(PlainScreen.source(of: new)) }
      page = new
      return PlainTurn(PlainScreen.lines(of: new, now: now, offset: offset, width: width))
    }
  }

  private mutating func take(_ detail: IncidentDetail, _ next: Continuation) -> PlainTurn {
    switch next {
    case .runbook:
      let unfinished = detail.runs.last { $0.finishedAt == nil }
      guard let name = unfinished?.procedure ?? detail.runbook?.name else {
        return PlainTurn([
          "No runbook names an alert of #\(detail.row.label): runbooks lists all, each with its service."
        ])
      }
      pageIncident = detail.row.id
      return ask(.runbook(name: name, run: unfinished?.id), .show)
    case .mark(let id):
      guard let entry = detail.timeline.last else { return PlainTurn(["Nothing is on its timeline yet."]) }
      let command: any IncidentCommand =
        id == "timeline.pin" ? Pin(entry.id, isPinned: !entry.isPinned) : Hide(entry.id, isHidden: !entry.isHidden)
      return perform(.incident(detail.row.id, command, revision: nil))
    case .part(let id, let text): return run(partOf: detail, id: id, text)
    case .wall: return PlainTurn(wall(detail))
    case .show, .keep, .line, .rota, .source, .message:
      return PlainTurn(PlainScreen.lines(of: detail, now: now, offset: offset, width: width))
    }
  }

  /// One incident as the wall shows it.
  private func wall(_ detail: IncidentDetail) -> [String] {
    var state = ScreenState(size: Size(columns: 100, rows: 60), now: now, offset: offset, opensBoard: true)
    state.board = board
    return WallLines.of(detail.row, detail, width: width ?? 1_000, state: state).map { PlainScreen.safe($0.text) }
  }

  mutating func perform(_ command: Command) -> PlainTurn {
    let ticket = nextTicket
    nextTicket += 1
    return PlainTurn(effects: [.perform(command, ticket: ticket)])
  }

  /// "42", "#42" and "42b" as a label; nil for other words.
  func incidentLabel(_ word: some StringProtocol) -> String? {
    let plain = word.first == "#" ? String(word.dropFirst()) : String(word)
    guard let first = plain.first, first.isASCII, first.isNumber else { return nil }
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    let suffix = plain.dropFirst(digits.count)
    return suffix.count <= 1 && suffix.allSatisfy { $0.isASCII && $0.isLetter } ? plain : nil
  }

  var isReadOnly: Bool { opensReadOnly || board?.header.isReadOnly == true }
}
