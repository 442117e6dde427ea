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
    let watch = Watch(ledger, 1, carrier: carrier, clock: store.clock)
    var duty = WatchDuty()
    for _ in 0..<3 { _ = await watch.pass(&duty) }
    #expect(carrier.keys.sorted() == ["a", "b"])
    #expect(try ledger.letter("a")?.state == .delivered)
    #expect(try ledger.letter("a")?.receipt == "200")
  }

  @Test func twoOnOneStoreSendEachLetterOnce() async throws {
    let store = try WatchedStore()
    let (first, second) = (try store.open(), try store.open())
    let carriers = [RecordingCarrier(), RecordingCarrier()]
    let watches = [
      Watch(first, 1, carrier: carriers[0], clock: store.clock),
      Watch(second, 2, carrier: carriers[1], clock: store.clock),
    ]
    await withTaskGroup(of: Void.self) { group in
      for watch in watches {
        group.addTask {
          var duty = WatchDuty()
          for number in 0..<30 {
            try? first.post(.sample("\(number)"))
            _ = await watch.pass(&duty)
          }
        }
      }
    }
    let keys = carriers.flatMap(\.keys)
    #expect(keys.count == 30 && Set(keys).count == 30)
    #expect(carriers.contains { $0.keys.isEmpty }, "one of them has the lease all the time")
  }

  /// The first is stopped after it wrote down its intent, for longer than its lease lasts, and goes on.
  @Test func whoeverWasStoppedBeforeSendingSeesItAndSendsNothing() async throws {
    let hasFrozen = Mutex(false)
    let shared = Mutex<(ledger: Ledger, clock: ScriptedClock)?>(nil)
    let store = try WatchedStore(
      ScriptedClock(onReading: {
        guard let (ledger, clock) = shared.withLock({ $0 }), !hasFrozen.withLock({ $0 }) else { return }
        guard (try? ledger.letter("a"))?.state == .claimed else { return }
        hasFrozen.withLock { $0 = true }
        clock.pass(.seconds(120))
      }))
    let (first, second) = (try store.open(), try store.open())
    shared.withLock { $0 = (second, store.clock) }
    try first.post(.sample("a"))
    let carriers = [RecordingCarrier(), RecordingCarrier()]
    let reports = Reports()
    let frozen = Watch(first, 1, carrier: carriers[0], clock: store.clock, reports: reports)
    let other = Watch(second, 2, carrier: carriers[1], clock: store.clock)
    var (one, two) = (WatchDuty(), WatchDuty())
    _ = await frozen.pass(&one)
    #expect(hasFrozen.withLock { $0 } && carriers[0].keys.isEmpty)
    #expect(try first.letter("a")?.state == .waiting)
    _ = await other.pass(&two)
    _ = await frozen.pass(&one)
    #expect(carriers[0].keys.isEmpty && carriers[1].keys == ["a"])
    #expect(try first.letter("a")?.attempts == 1)
    #expect(reports.all.contains(.lost))
    shared.withLock { $0 = nil }
  }

  /// The same, and another takes over in between: the letter is in doubt for it until the stopped one says that it had
  /// sent nothing.
  @Test func whatWasTakenOverInBetweenIsSentOnceToo() async throws {
    let store = try WatchedStore()
    let (first, second) = (try store.open(), try store.open())
    try first.post(.sample("a"))
    let holder = Lease.Holder(node: first.node, host: "desk", process: 1, role: "serve")
    let lease = try #require(
      try first.writeAndWait { try $0.takeLease(Watch.leaseName, for: .seconds(60), holder: holder) })
    let claim = try first.writeAndWait { try $0.claim(1, under: lease, for: .seconds(60)) }
    guard case .claimed(let claimed) = claim else {
      Issue.record("\(claim)")
      return
    }
    store.clock.pass(.seconds(120))
    let carrier = RecordingCarrier()
    let reports = Reports()
    let other = Watch(second, 2, carrier: carrier, clock: store.clock, reports: reports)
    var duty = WatchDuty()
    _ = await other.pass(&duty)
    #expect(carrier.keys.isEmpty)
    #expect(try second.letter("a")?.state == .unknown)
    #expect(reports.all.contains { if case .inDoubt = $0 { true } else { false } })
    _ = try await first.write { try $0.settle(claimed, .notSent) }
    _ = await other.pass(&duty)
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
          try ledger.writeAndWait { try $0.takeLease(Watch.leaseName, for: .seconds(60), holder: holder) })
        let claim = try ledger.writeAndWait { try $0.claim(id, under: lease, for: .seconds(60)) }
        guard case .claimed(let claimed) = claim else {
          Issue.record("\(claim)")
          return
        }
        if endsAfter == 1 { _ = await carrier.carry(claimed.letter, attempt: 1) }
        store.clock.pass(.seconds(61))
      }
      let watch = Watch(ledger, 1_000 + round, carrier: carrier, clock: store.clock)
      var duty = WatchDuty()
      _ = await watch.pass(&duty)
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
    let watch = Watch(ledger, 1, carrier: carrier, clock: store.clock)
    var duty = WatchDuty()
    try ledger.post(.sample("a"), .sample("b"))
    let next = await watch.pass(&duty)
    #expect(carrier.keys == ["a"] && next > store.clock.now && next <= store.clock.now + .seconds(30))
    store.clock.pass(.seconds(29))
    _ = await watch.pass(&duty)
    #expect(carrier.keys == ["a"])
    store.clock.pass(.seconds(1))
    _ = await watch.pass(&duty)
    #expect(carrier.keys.sorted() == ["a", "a", "b"])
  }

  @Test func aChannelKeepsToItsRate() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier(rate: ChannelRate(perMinute: 60, burst: 1))
    let watch = Watch(ledger, 1, carrier: carrier, clock: store.clock)
    var duty = WatchDuty()
    try ledger.post(.sample("a"), .sample("b"), .sample("c"))
    for count in 1...3 {
      let next = await watch.pass(&duty)
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
    let reports = Reports()
    let watch = Watch(ledger, 1, carrier: carrier, clock: store.clock, reports: reports)
    var duty = WatchDuty()
    try ledger.post(.sample("a"))
    for _ in 0..<20 {
      let next = await watch.pass(&duty)
      store.clock.pass(max(next - store.clock.now, .milliseconds(20)))
    }
    let letter = try #require(try ledger.letter("a"))
    #expect(letter.state == .failed && (4...6).contains(letter.attempts))
    #expect(letter.reason?.hasPrefix("Given up after") == true)
    #expect(reports.all.contains(.undelivered(letter)))
  }

  @Test func whatIsKnownIsWrittenDownAsSoonAsItCanBe() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier()
    let isBroken = Mutex(true)
    let seen = Mutex<[OutboxState]>([])
    let watch = Watch(
      ledger, 1, carrier: carrier, clock: store.clock,
      settled: { letter, _ in
        if isBroken.withLock({ $0 }) { throw LedgerTrouble(.full, "No space left.") }
        seen.withLock { $0.append(letter.state) }
      })
    var duty = WatchDuty()
    try ledger.post(.sample("a"))
    _ = await watch.pass(&duty)
    #expect(try ledger.letter("a")?.state == .claimed)
    isBroken.withLock { $0 = false }
    _ = await watch.pass(&duty)
    #expect(try ledger.letter("a")?.state == .delivered)
    #expect(carrier.keys == ["a"] && seen.withLock { $0 } == [.delivered])
  }

  @Test func nothingLeavesAHeldOutbox() async throws {
    let store = try WatchedStore()
    let ledger = try store.open()
    let carrier = RecordingCarrier()
    let watch = Watch(ledger, 1, carrier: carrier, clock: store.clock)
    var duty = WatchDuty()
    try ledger.post(.sample("a"))
    try ledger.writeAndWait { try $0.holdOutbox("A test.") }
    _ = await watch.pass(&duty)
    #expect(carrier.keys.isEmpty)
  }
}
