package import Delivery
import EventLog
package import Ledger
import Synchronization

/// Takes letters out of the outbox, has them carried, and writes down what came of it: the intent before, the outcome
/// after, and nothing without the lease. Channels go side by side, and the letters of each in their order.
package final class Postman: Sendable {
  /// Letters of one channel that are to be sent now.
  struct Errand: Sendable {
    var channel: String
    var letters: [OutboxLetter]
    var lease: Lease
  }

  /// An attempt with its end.
  private struct Ending: Sendable {
    var claimed: OutboxLetter
    var end: LetterEnd
  }

  private struct State {
    var paces: [String: ChannelPace] = [:]
    /// Channels that are on an errand.
    var busy: Set<String> = []
    /// What is known of attempts and could not be written down yet.
    var unwritten: [Ending] = []
  }

  /// Letters of one channel that are looked at together.
  private static let batch = 20

  private let ledger: Ledger
  private let carrier: any LetterCarrier
  private let clock: any WatchClock
  private let chance: @Sendable () -> Double
  /// Called inside the write that says what became of a letter.
  let settled: @Sendable (OutboxLetter, LetterEnd, Transaction) throws -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - clock: its own, as it waits by itself.
  ///   - chance: random numbers from 0 up to 1.
  ///   - settled: called inside the write that says what became of an attempt, or that a letter is given up, with the
  ///     letter as it stands then, so that an event about it stands or falls with it.
  package init(
    _ ledger: Ledger, carrier: any LetterCarrier, clock: any WatchClock, chance: @escaping @Sendable () -> Double,
    settled: @escaping @Sendable (OutboxLetter, LetterEnd, Transaction) throws -> Void = { _, _, _ in }
  ) {
    self.ledger = ledger
    self.carrier = carrier
    self.clock = clock
    self.chance = chance
    self.settled = settled
  }

  /// Has it look for letters now.
  package func call() { clock.call() }

  func run(_ duty: WatchDuty, timing: WatchTiming, report: @escaping @Sendable (WatchNotice) -> Void) async {
    await withDiscardingTaskGroup { group in
      while !Task.isCancelled {
        var next = clock.reading().wall + timing.renewEvery
        do {
          let (errands, due) = try await self.errands(duty, report)
          next = min(next, due ?? next)
          for errand in errands {
            group.addTask {
              await self.carryOut(errand, duty, timing: timing, report)
              self.call()
            }
          }
        } catch {
          report(.trouble("Letters could not be sent: \(error)"))
          next = min(next, clock.reading().wall + timing.afterTrouble)
        }
        let wait = min(max(next - clock.reading().wall, timing.shortestWait), timing.renewEvery)
        await clock.wait(wait, breather: min(timing.breather, timing.shortestWait))
      }
    }
  }

  /// What can be sent now, by channels that have nothing else to do; they count as busy from here on.
  ///
  /// - Returns: with when to look again; nil where nothing is in sight.
  func errands(
    _ duty: WatchDuty, _ report: @Sendable (WatchNotice) -> Void
  ) async throws -> (errands: [Errand], next: Instant?) {
    try await writeWhatIsKnown(report)
    guard let lease = duty.held?.lease else { return ([], nil) }
    guard try ledger.read({ try $0.nextLetterDue(after: Instant(milliseconds: .min)) }) != nil else { return ([], nil) }
    try await giveUpLateLetters(lease, report)
    let now = clock.reading().wall
    let (due, later) = try ledger.read {
      (try $0.dueLetters(at: now, perChannel: Self.batch), try $0.nextLetterDue(after: now))
    }
    var errands: [Errand] = []
    var next = later
    for (channel, letters) in Dictionary(grouping: due, by: \.letter.channel) {
      if let wait = wait(of: channel, at: now) {
        next = min(next ?? wait, wait)
      } else if state.withLock({ $0.busy.insert(channel).inserted }) {
        errands.append(Errand(channel: channel, letters: letters, lease: lease))
      }
    }
    return (errands, next)
  }

  /// Sends the letters of an errand, as far as the channel's rate allows; then the channel is free again.
  func carryOut(
    _ errand: Errand, _ duty: WatchDuty, timing: WatchTiming, _ report: @Sendable (WatchNotice) -> Void
  ) async {
    defer { state.withLock { _ = $0.busy.remove(errand.channel) } }
    do {
      for letter in errand.letters where !Task.isCancelled {
        guard try await send(letter, errand.lease, duty, timing: timing, report) else { return }
      }
    } catch {
      report(.trouble("A letter could not be sent (\(errand.channel)): \(error)"))
      let now = clock.reading().wall
      rest(errand.channel, until: now + timing.afterTrouble, at: now)
    }
  }

  /// For how long whoever claims a letter has the lease: longer than an attempt can take.
  func claimLength(_ timing: WatchTiming) -> Span { max(timing.leaseLength, carrier.longestAttempt + .seconds(5)) }

  /// - Returns: whether the next may follow.
  private func send(
    _ letter: OutboxLetter, _ lease: Lease, _ duty: WatchDuty, timing: WatchTiming,
    _ report: @Sendable (WatchNotice) -> Void
  ) async throws -> Bool {
    guard take(letter.letter.channel, at: clock.reading().wall) else { return false }
    let begun = clock.reading().running
    let length = claimLength(timing)
    switch try await ledger.write({ try $0.claim(letter.id, under: lease, for: length) }) {
    case .gone: return true
    case .leaseLost:
      if duty.lose(lease) { report(.lost) }
      return false
    case .claimed(let claimed):
      duty.renew(lease, bound: begun + length)
      // The process may have been stopped since: then somebody else may have the letter by now.
      guard clock.reading().running + carrier.longestAttempt < begun + length else {
        _ = try await ledger.write { try $0.settle(claimed, .notSent) }
        return false
      }
      // What has begun is brought to its end, also while this process is being stopped: else its end would be unknown.
      let carrier = carrier
      let outcome = await Task { await carrier.carry(claimed.letter, attempt: claimed.attempts) }.value
      try await settle(claimed, outcome, report)
      return true
    }
  }

  private func writeWhatIsKnown(_ report: @Sendable (WatchNotice) -> Void) async throws {
    var rest = state.withLock { state in
      defer { state.unwritten = [] }
      return state.unwritten
    }[...]
    while let ending = rest.first {
      do {
        try await write(ending, report)
      } catch {
        let left = Array(rest)
        state.withLock { $0.unwritten = left + $0.unwritten }
        throw error
      }
      rest = rest.dropFirst()
    }
  }

  private func giveUpLateLetters(_ lease: Lease, _ report: @Sendable (WatchNotice) -> Void) async throws {
    let settled = settled
    let late = try await ledger.write { transaction -> [OutboxLetter] in
      guard try transaction.holds(lease) else { return [] }
      let late = try transaction.giveUpLateLetters()
      for letter in late { try settled(letter, .failed(reason: letter.reason ?? ""), transaction) }
      return late
    }
    late.forEach { report(.undelivered($0)) }
  }

  private func settle(
    _ claimed: OutboxLetter, _ outcome: Outcome, _ report: @Sendable (WatchNotice) -> Void
  ) async throws {
    let ending = Ending(claimed: claimed, end: end(of: claimed, outcome, at: clock.reading().wall))
    do {
      try await write(ending, report)
    } catch {
      state.withLock { $0.unwritten.append(ending) }
      throw error
    }
  }

  private func write(_ ending: Ending, _ report: @Sendable (WatchNotice) -> Void) async throws {
    let settled = settled
    let after = try await ledger.write { transaction -> OutboxLetter? in
      guard let after = try transaction.settle(ending.claimed, ending.end) else { return nil }
      try settled(after, ending.end, transaction)
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
    func nextAttempt(asked: Span?) -> Instant? {
      plan.next(
        after: claimed.attempts, asked: asked, chance: chance(), writtenAt: claimed.writtenAt,
        expiresAt: claimed.letter.expiresAt, now: now)
    }
    switch outcome {
    case .delivered(let receipt): return .delivered(receipt: receipt)
    case .refused(let reason): return .failed(reason: reason)
    case .unknown(let reason): return .unknown(again: nextAttempt(asked: nil), reason: reason)
    case .tryAgain(let asked, let reason):
      if let asked { rest(claimed.letter.channel, until: now + asked, at: now) }
      guard let next = nextAttempt(asked: asked) else {
        return .failed(reason: "Given up after \(claimed.attempts) attempts. \(reason)")
      }
      return .again(at: next, reason: reason)
    }
  }

  /// - Returns: nil where a letter may go through this channel now; else when to ask again.
  private func wait(of channel: String, at now: Instant) -> Instant? {
    pace(channel, at: now) { $0.wait(at: now) }
  }

  private func take(_ channel: String, at now: Instant) -> Bool {
    pace(channel, at: now) { $0.take(at: now) == nil }
  }

  private func rest(_ channel: String, until: Instant, at now: Instant) {
    pace(channel, at: now) { $0.rest(until: until) }
  }

  private func pace<Result: Sendable>(
    _ channel: String, at now: Instant, _ body: (inout ChannelPace) -> Result
  ) -> Result {
    let rate = carrier.channel(channel)?.rate ?? ChannelRate(perMinute: 60, burst: 10)
    return state.withLock { body(&$0.paces[channel, default: ChannelPace(rate, at: now)]) }
  }
}
