package import Delivery
import EventLog
package import Ledger
import Synchronization

/// Takes letters out of the outbox, has them carried, and writes down what came of it: the intent before, the outcome
/// after, and nothing without the lease.
package final class Postman: Sendable {
  /// What a round came to.
  struct Round: Sendable {
    var next: Instant?
    var bound: Span
    var isLeaseLost = false
  }

  private let ledger: Ledger
  private let carrier: any LetterCarrier
  private let chance: @Sendable () -> Double
  private let settled: @Sendable (OutboxLetter, Transaction) throws -> Void
  private let paces = Mutex<[String: ChannelPace]>([:])
  /// What is known of attempts and could not be written down yet.
  private let unwritten = Mutex<[Ending]>([])

  /// An attempt with its end.
  private struct Ending: Sendable {
    var claimed: OutboxLetter
    var end: LetterEnd
  }

  /// - Parameters:
  ///   - chance: random numbers from 0 up to 1.
  ///   - settled: called inside the write that says what became of an attempt, or that a letter is given up, so that
  ///     an event about it stands or falls with it.
  package init(
    _ ledger: Ledger, carrier: any LetterCarrier, chance: @escaping @Sendable () -> Double,
    settled: @escaping @Sendable (OutboxLetter, Transaction) throws -> Void = { _, _ in }
  ) {
    self.ledger = ledger
    self.carrier = carrier
    self.chance = chance
    self.settled = settled
  }

  /// Sends what is due, channels side by side and the letters of each in their order.
  func round(
    under lease: Lease, bound: Span, clock: any WatchClock, timing: WatchTiming,
    report: @escaping @Sendable (WatchNotice) -> Void
  ) async throws -> Round {
    var round = Round(next: nil, bound: bound)
    let settled = settled
    for ending in unwritten.withLock({ $0 }) {
      try await write(ending, report)
      unwritten.withLock { $0.removeFirst() }
    }
    let waits = try ledger.read { try $0.nextLetterDue(after: Instant(milliseconds: .min)) != nil }
    guard waits else { return round }
    let late = try await ledger.write { transaction -> [OutboxLetter] in
      guard try transaction.holds(lease) else { return [] }
      let late = try transaction.giveUpLateLetters()
      for letter in late { try settled(letter, transaction) }
      return late
    }
    late.forEach { report(.undelivered($0)) }
    let now = clock.reading().wall
    let due = try ledger.read { try $0.dueLetters(at: now, perChannel: 20) }
    let errand = Errand(lease: lease, bound: bound, clock: clock, timing: timing, report: report)
    try await withThrowingTaskGroup(of: Round.self) { group in
      for (_, letters) in Dictionary(grouping: due, by: \.letter.channel) {
        group.addTask { try await self.send(letters, errand) }
      }
      for try await part in group {
        round.next = [round.next, part.next].compactMap { $0 }.min()
        round.bound = max(round.bound, part.bound)
        if part.isLeaseLost { round.isLeaseLost = true }
      }
    }
    let later = try ledger.read { try $0.nextLetterDue(after: now) }
    round.next = [round.next, later].compactMap { $0 }.min()
    return round
  }

  /// What all letters of a round have in common.
  private struct Errand: Sendable {
    var lease: Lease
    var bound: Span
    var clock: any WatchClock
    var timing: WatchTiming
    var report: @Sendable (WatchNotice) -> Void
  }

  private func send(_ letters: [OutboxLetter], _ errand: Errand) async throws -> Round {
    var round = Round(next: nil, bound: errand.bound)
    for letter in letters where !Task.isCancelled {
      if let wait = take(letter.letter.channel, at: errand.clock.reading().wall) {
        round.next = wait
        return round
      }
      let begun = errand.clock.reading().running
      let (lease, length) = (errand.lease, max(errand.timing.leaseLength, carrier.longestAttempt + .seconds(5)))
      switch try await ledger.write({ try $0.claim(letter.id, under: lease, for: length) }) {
      case .gone: continue
      case .leaseLost:
        round.isLeaseLost = true
        return round
      case .claimed(let claimed):
        round.bound = begun + length
        // The process may have been stopped since: then somebody else may have the letter by now.
        guard errand.clock.reading().running + carrier.longestAttempt < round.bound else {
          _ = try await ledger.write { try $0.settle(claimed, .notSent) }
          round.next = errand.clock.reading().wall
          return round
        }
        // What has begun is brought to its end, also while this process is being stopped: else its end would be unknown.
        let carrier = carrier
        let outcome = await Task { await carrier.carry(claimed.letter, attempt: claimed.attempts) }.value
        try await settle(claimed, outcome, errand)
      }
    }
    // More may wait than were looked at.
    if letters.count == 20 { round.next = errand.clock.reading().wall }
    return round
  }

  private func settle(_ claimed: OutboxLetter, _ outcome: Outcome, _ errand: Errand) async throws {
    let ending = Ending(claimed: claimed, end: end(of: claimed, outcome, at: errand.clock.reading().wall))
    do {
      try await write(ending, errand.report)
    } catch {
      unwritten.withLock { $0.append(ending) }
      throw error
    }
  }

  private func write(_ ending: Ending, _ report: @Sendable (WatchNotice) -> Void) async throws {
    let settled = settled
    let after = try await ledger.write { transaction -> OutboxLetter? in
      guard let after = try transaction.settle(ending.claimed, ending.end) else { return nil }
      try settled(after, transaction)
      return after
    }
    guard let after else { return }
    if after.state == .failed {
      report(.undelivered(after))
    } else if after.doubts > ending.claimed.doubts {
      report(.inDoubt(after))
    }
  }

  private func end(of claimed: OutboxLetter, _ outcome: Outcome, at now: Instant) -> LetterEnd {
    let plan = carrier.channel(claimed.letter.channel)?.plan ?? RetryPlan()
    func next(asked: Span?) -> Instant? {
      plan.next(
        after: claimed.attempts, asked: asked, chance: chance(), writtenAt: claimed.writtenAt,
        expiresAt: claimed.letter.expiresAt, now: now)
    }
    switch outcome {
    case .delivered(let receipt): return .delivered(receipt: receipt)
    case .refused(let reason): return .failed(reason: reason)
    case .unknown(let reason): return .unknown(again: next(asked: nil), reason: reason)
    case .tryAgain(let asked, let reason):
      if let asked { rest(claimed.letter.channel, until: now + asked, at: now) }
      guard let next = next(asked: asked) else {
        return .failed(reason: "Given up after \(claimed.attempts) attempts. \(reason)")
      }
      return .again(at: next, reason: reason)
    }
  }

  /// - Returns: nil where a letter may go through this channel now; else when to ask again.
  private func take(_ channel: String, at now: Instant) -> Instant? {
    guard let rate = carrier.channel(channel)?.rate else { return nil }
    return paces.withLock { $0[channel, default: ChannelPace(rate, at: now)].take(at: now) }
  }

  private func rest(_ channel: String, until: Instant, at now: Instant) {
    guard let rate = carrier.channel(channel)?.rate else { return }
    paces.withLock { $0[channel, default: ChannelPace(rate, at: now)].rest(until: until) }
  }
}
