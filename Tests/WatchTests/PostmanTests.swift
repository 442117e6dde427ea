import Delivery
import EventLog
import Ledger
import Synchronization
import Testing

@testable import Watch

@Suite struct PostmanTests {
  @Test func whatIsWrittenIsSentOnceAndSaidToBe() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    try ledger.post(.sample("a"), .sample("b", channel: "phone"), .sample("a"))
    let carrier = RecordingCarrier()
    let watcher = Watcher(ledger, 1, carrier, clock: store.clock)
    for _ in 0..<3 { try await watcher.pass() }
    #expect(carrier.keys.sorted() == ["a", "b"])
    #expect(try ledger.letter("a")?.state == .delivered)
    #expect(try ledger.letter("a")?.receipt == "200")
  }

  @Test func twoOnOneStoreSendEachLetterOnce() async throws {
    let store = try WatchedStore()
    let (first, second) = (try store.open(), try store.open())
    let carriers = [RecordingCarrier(), RecordingCarrier()]
    let watchers = [
      Watcher(first, 1, carriers[0], clock: store.clock), Watcher(second, 2, carriers[1], clock: store.clock),
    ]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for watcher in watchers {
        group.addTask {
          for number in 0..<30 {
            try first.post(.sample("\(number)"))
            try await watcher.pass()
          }
        }
      }
      try await group.waitForAll()
    }
    let keys = carriers.flatMap(\.keys)
    #expect(keys.count == 30 && Set(keys).count == 30)
    #expect(carriers.contains { $0.keys.isEmpty }, "one of them has the lease all the time")
  }

  /// The first is stopped after it wrote down its intent, for longer than its lease lasts; another takes over; then the
  /// first goes on.
  @Test func whoeverWasStoppedBeforeSendingSeesItAndSendsNothing() async throws {
    let hasFrozen = Mutex(false)
    let shared = Mutex<(ledger: Ledger, clock: ScriptedClock)?>(nil)
    let other = Lease.Holder(node: "n", host: "desk", process: 2, role: "serve")
    let store = try WatchedStore(
      ScriptedClock(onReading: {
        guard let (ledger, clock) = shared.withLock({ $0 }), !hasFrozen.withLock({ $0 }) else { return }
        guard (try? ledger.letter("a"))?.state == .claimed else { return }
        hasFrozen.withLock { $0 = true }
        clock.pass(.seconds(120))
        _ = try? ledger.writeAndWait { try $0.takeLease(Lease.watch, for: .seconds(60), holder: other) }
      }))
    let (first, second) = (try store.open(), try store.open())
    shared.withLock { $0 = (second, store.clock) }
    try first.post(.sample("a"))
    let carriers = [RecordingCarrier(), RecordingCarrier()]
    let frozen = Watcher(first, 1, carriers[0], clock: store.clock)
    try await frozen.pass()
    #expect(hasFrozen.withLock { $0 } && carriers[0].keys.isEmpty)
    #expect(try first.letter("a")?.state == .waiting)
    #expect(try first.letter("a")?.attempts == 0)
    #expect(frozen.reports.all.contains(.lost))
    store.clock.pass(.seconds(61))
    let next = Watcher(second, 3, carriers[1], clock: store.clock)
    try await next.pass()
    try await frozen.pass()
    #expect(carriers[0].keys.isEmpty && carriers[1].keys == ["a"])
    shared.withLock { $0 = nil }
  }

  /// The same, and who took over looked after what was left: the letter is in doubt until the stopped one says that it
  /// had sent nothing.
  @Test func whatWasTakenOverInBetweenIsSentOnceToo() async throws {
    let store = try WatchedStore()
    let (first, second) = (try store.open(), try store.open())
    try first.post(.sample("a"))
    let holder = Lease.Holder(node: first.node, host: "desk", process: 1, role: "serve")
    let lease = try #require(
      try first.writeAndWait { try $0.takeLease(Lease.watch, for: .seconds(60), holder: holder) })
    let claim = try first.writeAndWait { try $0.claim(1, under: lease, for: .seconds(60)) }
    guard case .claimed(let claimed) = claim else {
      Issue.record("\(claim)")
      return
    }
    store.clock.pass(.seconds(120))
    let carrier = RecordingCarrier()
    let other = Watcher(second, 2, carrier, clock: store.clock)
    try await other.pass()
    #expect(carrier.keys.isEmpty)
    #expect(try second.letter("a")?.state == .unknown)
    #expect(other.reports.all.contains { if case .inDoubt = $0 { true } else { false } })
    _ = try await first.write { try $0.settle(claimed, .notSent) }
    try await other.pass()
    #expect(carrier.keys == ["a"])
    #expect(try second.letter("a")?.state == .delivered)
  }

  /// A process that ends before its effect, after it, or not at all, two hundred times: no letter is lost without a
  /// word, and none is sent twice but under its own key, where the receiver knows it.
  @Test func noEndOfAProcessLosesOrDoublesALetter() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    var numbers = SystemRandomNumberGenerator()
    for round in 0..<200 {
      let isRepeatable = Bool.random(using: &numbers)
      let key = "letter-\(round)"
      try ledger.post(.sample(key, isRepeatable: isRepeatable))
      let id = try #require(try ledger.letter(key)?.id)
      let endsAfter = Int.random(in: 0...2, using: &numbers)
      let carrier = RecordingCarrier()
      if endsAfter < 2 {
        let holder = Lease.Holder(node: "n", host: "desk", process: round, role: "serve")
        let lease = try #require(
          try ledger.writeAndWait { try $0.takeLease(Lease.watch, for: .seconds(60), holder: holder) })
        let claim = try ledger.writeAndWait { try $0.claim(id, under: lease, for: .seconds(60)) }
        guard case .claimed(let claimed) = claim else {
          Issue.record("\(claim)")
          return
        }
        if endsAfter == 1 { _ = await carrier.carry(claimed.letter, attempt: 1) }
        store.clock.pass(.seconds(61))
      }
      let watcher = Watcher(ledger, 1_000 + round, carrier, clock: store.clock)
      try await watcher.pass()
      let after = try #require(try ledger.letter(key))
      let isInDoubt = endsAfter < 2 && !isRepeatable
      #expect(after.state == (isInDoubt ? .unknown : .delivered))
      #expect(carrier.keys.count == (isInDoubt ? endsAfter : endsAfter == 1 ? 2 : 1))
      #expect(carrier.keys.allSatisfy { $0 == key })
      #expect(after.doubts == (endsAfter < 2 ? 1 : 0))
      store.clock.pass(.seconds(61))
    }
  }

  @Test func aReceiverThatAsksForTimeGetsItAndSoDoItsOtherLetters() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier(
      .tryAgain(after: .seconds(30), reason: "Busy."), .delivered(receipt: "200"),
      rate: ChannelRate(perMinute: 6_000, burst: 9))
    let watcher = Watcher(ledger, 1, carrier, clock: store.clock)
    try ledger.post(.sample("a"), .sample("b"))
    let next = try await watcher.pass()
    #expect(carrier.keys == ["a"] && next > store.clock.now && next <= store.clock.now + .seconds(30))
    store.clock.pass(.seconds(29))
    try await watcher.pass()
    #expect(carrier.keys == ["a"])
    store.clock.pass(.seconds(1))
    try await watcher.pass()
    #expect(carrier.keys.sorted() == ["a", "a", "b"])
  }

  @Test func aChannelKeepsToItsRate() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier(rate: ChannelRate(perMinute: 60, burst: 1))
    let watcher = Watcher(ledger, 1, carrier, clock: store.clock)
    try ledger.post(.sample("a"), .sample("b"), .sample("c"))
    for count in 1...3 {
      let next = try await watcher.pass()
      #expect(carrier.keys.count == count)
      if count < 3 { #expect(next == store.clock.now + .seconds(1)) }
      store.clock.pass(.seconds(1))
    }
    #expect(carrier.keys == ["a", "b", "c"])
  }

  @Test func whatNeverArrivesIsGivenUpAloud() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier(
      .tryAgain(after: nil, reason: "Nobody listens."), plan: RetryPlan(giveUpAfter: .minutes(1)))
    let watcher = Watcher(ledger, 1, carrier, clock: store.clock)
    try ledger.post(.sample("a"))
    for _ in 0..<20 {
      let next = try await watcher.pass()
      store.clock.pass(max(next - store.clock.now, .milliseconds(20)))
    }
    let letter = try #require(try ledger.letter("a"))
    #expect(letter.state == .failed && (4...6).contains(letter.attempts))
    #expect(letter.reason?.hasPrefix("Given up after") == true)
    #expect(watcher.reports.all.contains(.undelivered(letter)))
  }

  @Test func whatIsKnownIsWrittenDownAsSoonAsItCanBe() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier()
    let isBroken = Mutex(true)
    let seen = Mutex<[OutboxState]>([])
    let watcher = Watcher(
      ledger, 1, carrier, clock: store.clock,
      settled: { letter, _, _ in
        if isBroken.withLock({ $0 }) { throw LedgerTrouble(.full, "No space left.") }
        seen.withLock { $0.append(letter.state) }
      })
    try ledger.post(.sample("a"))
    await #expect(throws: LedgerTrouble.self) { try await watcher.pass() }
    #expect(try ledger.letter("a")?.state == .claimed)
    isBroken.withLock { $0 = false }
    try await watcher.pass()
    #expect(try ledger.letter("a")?.state == .delivered)
    #expect(carrier.keys == ["a"] && seen.withLock { $0 } == [.delivered])
  }

  /// A page's incident says what became of it, also where its process ended, or where it came too late.
  @Test func everyEndOfALetterIsHandedOnWithTheWriteThatSaysSo() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let seen = Mutex<[String]>([])
    let settled: @Sendable (OutboxLetter, LetterEnd, Transaction) throws -> Void = { letter, end, transaction in
      let written = try transaction.letter(letter.id)
      #expect(written == letter)
      let word =
        switch end {
        case .delivered: "delivered"
        case .failed: "failed"
        case .again: "again"
        case .unknown: "unknown"
        case .notSent: "not sent"
        }
      seen.withLock { $0.append("\(letter.letter.key) \(word), \(letter.state.rawValue)") }
    }
    // One whose process ended while it was being sent, and one that is late.
    try ledger.post(.sample("left"))
    let holder = Lease.Holder(node: "n", host: "desk", process: 1, role: "serve")
    try ledger.writeAndWait { transaction in
      let lease = try #require(try transaction.takeLease(Lease.watch, for: .seconds(60), holder: holder))
      _ = try transaction.claim(1, under: lease, for: .seconds(60))
    }
    var late = Letter.sample("late")
    late.expiresAt = store.clock.now + .seconds(1)
    try ledger.post(late)
    store.clock.pass(.seconds(61))
    let carrier = RecordingCarrier(.tryAgain(after: nil, reason: "Busy."), .delivered(receipt: "200"))
    let watcher = Watcher(ledger, 2, carrier, clock: store.clock, settled: settled)
    try await watcher.pass()
    #expect(seen.withLock { $0 } == ["left unknown, unknown", "late failed, failed"])
    try ledger.post(.sample("a"))
    try await watcher.pass()
    store.clock.pass(.seconds(10))
    try await watcher.pass()
    #expect(seen.withLock { Array($0.dropFirst(2)) } == ["a again, waiting", "a delivered, delivered"])
  }

  /// A receiver that hangs keeps nothing else from its time.
  @Test func aChannelThatHangsKeepsNoOtherWaiting() async throws {
    let store = try WatchedStore()
    let real = SystemWatchClock()
    let ledger = try store.open(clock: { real.reading().wall })
    try ledger.post(.sample("a", channel: "hangs"), .sample("b"))
    let carrier = HangingCarrier()
    let clock = SystemWatchClock()
    let postman = Postman(ledger, carrier: carrier, clock: clock, chance: { 0 })
    let watch = Watch(
      ledger, as: Lease.Holder(node: "n", host: "desk", process: 1, role: "serve"), works: [], postman: postman,
      clock: SystemWatchClock(), report: { _ in })
    let running = Task { await watch.run() }
    await carrier.whenCarried("b")
    try ledger.post(.sample("c"))
    postman.call()
    await carrier.whenCarried("c")
    #expect(try ledger.letter("a")?.state == .claimed)
    carrier.letGo()
    running.cancel()
    await running.value
    #expect(try ledger.letter("a")?.state == .delivered)
    #expect(try ledger.read { try $0.lease(Lease.watch) }.map { $0.isHeld(at: real.reading().wall) } == false)
  }

  @Test func nothingLeavesAHeldOutbox() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier()
    let watcher = Watcher(ledger, 1, carrier, clock: store.clock)
    try ledger.post(.sample("a"))
    try ledger.writeAndWait { try $0.holdOutbox("A test.") }
    try await watcher.pass()
    #expect(carrier.keys.isEmpty)
  }
}
