package import EventLog
import Incidents
package import Ledger
import OnCall

extension Desk {
  private static let nobodyToWake = "nobody had to be woken any more"

  /// Puts on record what became of a page's or a message's letter: its incident says then who was woken and who was
  /// told, and who was not. Other letters, and those whose event is no longer to be read, change nothing.
  ///
  /// - Parameters:
  ///   - letter: as it stands after `end`.
  ///   - transaction: the one that writes down the end, so that both stand or fall together.
  package func record(
    _ letter: OutboxLetter, _ end: LetterEnd, by actor: Actor, in transaction: Transaction
  ) throws {
    if let test = PageTest(key: letter.letter.key) {
      guard let result = PageTestEnded.Result(end) else { return }
      let ended = PageTestEnded(
        person: test.person, channel: test.channel, result: result, words: letter.receipt ?? letter.reason)
      _ = try transaction.append(
        [Draft(ended, stream: PageTest.stream, happenedAt: transaction.now, drill: letter.letter.isDrill)], actor: actor
      )
      return
    }
    guard let id = letter.letter.event, let stream = letter.letter.incident,
      let event = try transaction.event(id)?.event, let result = RecordPage.Result(end, letter)
    else { return }
    if event.kind == TimelineNoted.kind, let way = Letter.way(ofMessageLetter: letter.letter.key) {
      let record = RecordMessage(message: id, way: way, result: result, attempt: letter.attempts)
      return try append(record, to: stream, by: actor, in: transaction)
    }
    guard let page = event.decoded(PageIntended.self) else { return }
    let record = RecordPage(
      key: page.key, person: page.person, channel: letter.letter.channel, result: result, attempt: letter.attempts)
    try append(record, to: stream, by: actor, in: transaction)
  }

  /// Letters of an escalation that is over are not sent: nobody is to be woken for what somebody has.
  func withdrawPages(by actor: Actor, in transaction: Transaction) throws {
    for waiting in try transaction.letters([.waiting, .held], limit: 1_000) {
      guard let id = waiting.letter.event, let stream = waiting.letter.incident,
        let page = try transaction.event(id)?.event.decoded(PageIntended.self), let run = page.run,
        page.isNotice != true, let escalation = try transaction.state(IncidentFold.self, stream)?.escalation,
        escalation.run > run || !escalation.isRunning
      else { continue }
      guard let letter = try transaction.withdraw(waiting.id, because: Self.nobodyToWake) else { continue }
      let withdraw = WithdrawPage(
        key: page.key, person: page.person, channel: letter.letter.channel, because: Self.nobodyToWake)
      try append(withdraw, to: stream, by: actor, in: transaction)
    }
  }

  /// A trigger that another pager has not taken yet is not sent once somebody has acknowledged, or it is over: what comes
  /// after the word that took it back would wake people for nothing.
  func withdrawTriggers(in transaction: Transaction) throws {
    guard configuration.pagers.contains(where: \.isTriggered) else { return }
    let waiting = try transaction.letters([.waiting, .held], limit: 1_000)
    for letter in waiting where letter.letter.content.action == .trigger {
      guard let stream = letter.letter.incident, let incident = try transaction.state(IncidentFold.self, stream),
        let pager = otherPager(of: incident),
        letter.letter.key.hasPrefix(PagerMirror.prefix(of: stream, pager.name)),
        !incident.status.isOpen || incident.acknowledgedAt.map({ $0 > letter.writtenAt }) ?? false
      else { continue }
      _ = try transaction.withdraw(letter.id, because: Self.nobodyToWake)
    }
  }

  /// Posts the letters of a message beside the event that says it was sent.
  func post(_ letters: [Letter], of events: [Event], in transaction: Transaction) throws {
    guard let event = events.first(where: { $0.kind == TimelineNoted.kind }) else { return }
    for (way, letter) in letters.enumerated() {
      var letter = letter
      letter.key = Letter.key(ofMessage: event.id, way: way)
      letter.event = event.id
      letter.isDrill = event.drill
      try transaction.post(letter)
    }
  }

  /// What was recorded of an attempt already is not recorded again.
  func append(
    _ record: some IncidentCommand, to stream: StreamID, by actor: Actor, in transaction: Transaction
  ) throws {
    guard let incident = try transaction.state(IncidentFold.self, stream) else { return }
    let drafts = try record.drafts(on: incident, facts: try facts(transaction, by: actor, incident: stream))
    let news = try drafts.filter { try $0.occasion.map { try !transaction.occasionExists($0) } ?? true }
    _ = try transaction.append(news, actor: actor)
  }
}

extension PageTestEnded.Result {
  /// Nil where it has not ended.
  fileprivate init?(_ end: LetterEnd) {
    switch end {
    case .delivered: self = .sent
    case .failed: self = .failed
    case .unknown: self = .unknown
    case .again, .notSent: return nil
    }
  }
}

extension Letter {
  private static let messageMark = "message/"

  /// The key of one of a message's letters: the same for every attempt.
  package static func key(ofMessage event: EventID, way: Int) -> String { "\(messageMark)\(event)/\(way)" }

  /// Which of its message's letters it is; nil where it is none of a message.
  fileprivate static func way(ofMessageLetter key: String) -> Int? {
    guard key.hasPrefix(messageMark) else { return nil }
    return key.split(separator: "/").last.flatMap { Int($0) }
  }
}

extension RecordPage.Result {
  /// Nil where nothing was tried.
  init?(_ end: LetterEnd, _ letter: OutboxLetter) {
    switch end {
    case .delivered(let receipt): self = .sent(receipt: receipt)
    case .failed(let reason): self = .failed(because: reason, isFinal: true)
    case .again(_, let reason): self = .failed(because: reason, isFinal: false)
    case .unknown(_, let reason): self = .unknown(because: reason, isRepeated: letter.state == .waiting)
    case .notSent: return nil
    }
  }
}
