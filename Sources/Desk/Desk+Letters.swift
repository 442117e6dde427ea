package import EventLog
import Incidents
package import Ledger
import OnCall

extension Desk {
  /// Puts on record what became of a page's letter: its incident says then who was woken, and who was not. Other
  /// letters, and those whose page is no longer to be read, change nothing.
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
      let page = try transaction.event(id)?.event.decoded(PageIntended.self),
      let result = RecordPage.Result(end, letter)
    else { return }
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
      let reason = "It was not sent, as nobody had to be woken any more."
      guard let letter = try transaction.giveUp(waiting.id, because: reason) else { continue }
      try record(letter, .failed(reason: reason), by: actor, in: transaction)
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
      _ = try transaction.giveUp(letter.id, because: "It was not sent, as nobody had to be woken any more.")
    }
  }

  /// What was recorded of an attempt already is not recorded again.
  func append(
    _ record: RecordPage, to stream: StreamID, by actor: Actor, in transaction: Transaction
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
