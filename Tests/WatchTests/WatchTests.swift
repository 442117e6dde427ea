import Delivery
import EventLog
import Ledger
import Synchronization
import Testing

@testable import Watch

/// Something due every so often, which counts how often it was done.
private final class Rounds: DueWork {
  let name = "rounds"
  private let times = Mutex<[Instant]>([])
  private let clock: ScriptedClock
  private let every: Span
  private let fails: Bool

  init(_ clock: ScriptedClock, every: Span, fails: Bool = false) {
    (self.clock, self.every, self.fails) = (clock, every, fails)
  }

  var done: [Instant] { times.withLock { $0 } }

  func perform() async throws -> Instant? {
    if fails { throw LedgerTrouble(.full, "No space left.") }
    let now = clock.now
    return times.withLock { times in
      if times.last.map({ $0 + every <= now }) ?? true { times.append(now) }
      return (times.last ?? now) + every
    }
  }
}

@Suite struct WatchTests {
  @Test func itSleepsUntilTheSmallestOfTheTimesItWasTold() async throws {
    let clock = ScriptedClock(onWait: { clock, span, count in
      clock.pass(span)
      if count == 6 { clock.cancel() }
    })
    let store = try WatchedStore(clock)
    let ledger = try store.open()
    let (often, seldom) = (Rounds(clock, every: .seconds(7)), Rounds(clock, every: .seconds(10)))
    let start = clock.now
    let watch = Watch(ledger, 1, works: [often, seldom], clock: clock)
    await Task { await watch.run() }.value
    #expect(clock.waits == [7, 3, 4, 6, 1, 7].map { .seconds($0) })
    #expect(often.done.map { $0 - start } == [0, 7, 14, 21].map { .seconds($0) })
    #expect(seldom.done.map { $0 - start } == [0, 10, 20].map { .seconds($0) })
    let lease = try #require(try ledger.read { try $0.lease(Lease.watch) })
    #expect(!lease.isHeld(at: clock.now), "it is given back at the end")
    #expect(try ledger.read { try $0.heartbeats() }.map(\.name) == ["watch"])
  }

  @Test func withoutAnythingDueItLooksOnlyToRenewItsLease() async throws {
    let clock = ScriptedClock(onWait: { clock, span, count in
      clock.pass(span)
      if count == 10 { clock.cancel() }
    })
    let store = try WatchedStore(clock)
    let watch = Watch(try store.open(), 1, clock: clock)
    await Task { await watch.run() }.value
    #expect(clock.waits.allSatisfy { $0 == WatchTiming().renewEvery })
  }

  @Test func whoeverCallsWithoutEndIsNotAnsweredWithoutEnd() async throws {
    let clock = ScriptedClock(onWait: { clock, span, count in
      // Every other wait is cut short at once; the one after it is not.
      if count.isMultiple(of: 2) { clock.pass(span) }
      if count == 20 { clock.cancel() }
    })
    let store = try WatchedStore(clock)
    let start = clock.now
    let watch = Watch(try store.open(), 1, clock: clock)
    await Task { await watch.run() }.value
    #expect(clock.now - start == .milliseconds(2_500))
  }

  @Test func troubleIsSaidAndTriedAgain() async throws {
    let clock = ScriptedClock()
    let store = try WatchedStore(clock)
    let reports = Reports()
    let watch = Watch(
      try store.open(), 1, works: [Rounds(clock, every: .hours(1), fails: true)], clock: clock, reports: reports)
    #expect(await watch.pass(WatchDuty()) == clock.now + .seconds(5))
    #expect(reports.all.last?.sentence == "What is due could not be done (rounds): No space left.")
  }

  @Test func aSleepAndASetClockAreTold() async throws {
    let clock = ScriptedClock(onWait: { clock, span, count in
      clock.pass(span)
      if count == 1 { clock.suspend(.hours(2)) }
      if count == 2 { clock.set(forward: -.hours(1)) }
      if count == 3 { clock.cancel() }
    })
    let store = try WatchedStore(clock)
    let reports = Reports()
    let watch = Watch(try store.open(), 1, clock: clock, reports: reports)
    await Task { await watch.run() }.value
    let told = reports.all.compactMap { if case .clock(let notice) = $0 { notice } else { nil } }
    #expect(told == [.slept(.hours(2)), .jumped(-.hours(1))])
  }

  @Test func theSecondStandsByAndTakesOverWhenTheFirstIsGone() async throws {
    let clock = ScriptedClock()
    let store = try WatchedStore(clock)
    let (work, other) = (Rounds(clock, every: .seconds(1)), Rounds(clock, every: .seconds(1)))
    let reports = Reports()
    let one = Watch(try store.open(), 1, works: [work], clock: clock)
    let two = Watch(try store.open(), 2, works: [other], clock: clock, reports: reports)
    let second = WatchDuty()
    _ = await one.pass(WatchDuty())
    for _ in 0..<3 { _ = await two.pass(second) }
    #expect(other.done.isEmpty && second.held == nil)
    #expect(reports.all.map(\.sentence) == ["serve (process 1 on desk) watches already; this process stands by."])
    clock.pass(.seconds(60))
    _ = await two.pass(second)
    #expect(other.done.count == 1 && second.held?.lease.fence == 2)
    #expect(reports.all.last?.sentence == "This process watches from now on, after serve (process 1 on desk).")
  }

  @Test func aCallEndsAWait() async {
    let clock = SystemWatchClock()
    clock.call()
    await clock.wait(.hours(1))
    let waiting = Task { await clock.wait(.hours(1)) }
    clock.call()
    await waiting.value
    let cancelled = Task { await clock.wait(.hours(1)) }
    cancelled.cancel()
    await cancelled.value
    await clock.wait(.milliseconds(5))
    let (one, two) = (clock.reading(), clock.reading())
    #expect(two.running >= one.running && two.running >= two.awake)
  }
}
