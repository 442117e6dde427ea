import EventLog
import Testing

@testable import Ledger

extension Letter {
  static func sample(
    _ key: String, channel: String = "hook", isRepeatable: Bool = false, expiresAt: Instant? = nil,
    event: EventID? = nil
  ) -> Letter {
    Letter(
      key: key, channel: channel, recipient: "lea",
      content: LetterContent(title: "t", text: "text of \(key)", action: .trigger, subject: "sitrep/1"),
      occasion: "page/1", incident: .one, event: event, isDrill: true, isRepeatable: isRepeatable,
      expiresAt: expiresAt)
  }
}

let watcher = Lease.Holder(node: "n", host: "desk", process: 1, role: "serve")

@Suite struct OutboxTests {
  private func lease(_ ledger: Ledger) throws -> Lease {
    try #require(
      try ledger.writeAndWait { try $0.takeLease("watch", for: .seconds(60), holder: watcher) })
  }

  private func claim(_ id: Int64, _ lease: Lease, _ ledger: Ledger) throws -> OutboxLetter {
    let claim = try ledger.writeAndWait { try $0.claim(id, under: lease, for: .seconds(60)) }
    guard case .claimed(let letter) = claim else {
      Issue.record("\(claim)")
      throw LedgerTrouble(.invalid, "not claimed")
    }
    return letter
  }

  private func only(_ ledger: Ledger) throws -> OutboxLetter {
    try #require(try ledger.read { try $0.letters(Set(OutboxState.allCases), limit: 2) }.first)
  }

  @Test func aLetterIsWrittenOnceWithWhatDecidedOnIt() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let letter = Letter.sample("a", expiresAt: store.now + .hours(1))
    #expect(try ledger.writeAndWait { try $0.post(letter) })
    #expect(try !ledger.writeAndWait { try $0.post(.sample("a", channel: "other")) })
    let kept = try only(ledger)
    #expect(kept.letter == letter && kept.state == .waiting && kept.attempts == 0 && kept.nextAt == store.now)
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try ledger.writeAndWait { transaction in
        try transaction.post(.sample("b"))
        throw Refused()
      }
    }
    #expect(try ledger.read { try $0.letter(key: "b") } == nil)
    #expect(throws: LedgerTrouble.self) { try ledger.writeAndWait { try $0.post(.sample("c", channel: "")) } }
    #expect(try ledger.position == 0)
  }

  @Test func whatIsNotWantedAnyMoreIsWithdrawnUnlessItHasLeft() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try ledger.writeAndWait { transaction in
      for key in ["a", "b"] { try transaction.post(.sample(key)) }
    }
    _ = try claim(2, lease(ledger), ledger)
    let given = try ledger.writeAndWait { transaction in
      try [1, 2, 3].map { try transaction.withdraw($0, because: "no") }
    }
    #expect(given.map { $0?.state } == [.withdrawn, nil, nil] && given[0]?.reason == "no")
    #expect(try ledger.read { try $0.letter(2) }?.state == .claimed)
  }

  @Test func theIntentStandsBeforeTheEffectAndTheOutcomeAfterIt() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try lease(ledger)
    _ = try ledger.writeAndWait { try $0.post(.sample("a")) }
    let claimed = try claim(1, lease, ledger)
    #expect(claimed.state == .claimed && claimed.attempts == 1 && claimed.attemptedAt == store.now)
    #expect(try ledger.writeAndWait { try $0.claim(1, under: lease, for: .seconds(60)) } == .gone)
    let next = store.now + .seconds(8)
    let again = try ledger.writeAndWait { try $0.settle(claimed, .again(at: next, reason: "Busy.")) }
    #expect(again?.state == .waiting && again?.nextAt == next && again?.reason == "Busy.")
    #expect(try ledger.writeAndWait { try $0.claim(1, under: lease, for: .seconds(60)) } == .gone)
    #expect(try ledger.read { try $0.nextLetterDue(after: store.now) } == next)
    store.advance(.seconds(8))
    let second = try claim(1, lease, ledger)
    #expect(try ledger.writeAndWait { try $0.settle(claimed, .failed(reason: "late")) } == nil)
    let done = try ledger.writeAndWait { try $0.settle(second, .delivered(receipt: "200 ok")) }
    #expect(done?.state == .delivered && done?.receipt == "200 ok" && done?.finishedAt == store.now)
    #expect(done?.reason == nil && done?.attempts == 2)
    #expect(try ledger.writeAndWait { try $0.settle(second, .failed(reason: "x")) } == nil)
  }

  /// The process ends between the intent and the effect: what is dropped here is all that it would have done.
  @Test(arguments: [true, false])
  func anAttemptWithoutAnEndIsRepeatedOnlyWhereTheKeyIsKnown(isRepeatable: Bool) throws {
    let store = try TemporaryStore()
    do {
      let ledger = try store.open()
      let lease = try lease(ledger)
      _ = try ledger.writeAndWait { try $0.post(.sample("a", isRepeatable: isRepeatable)) }
      _ = try claim(1, lease, ledger)
      ledger.close()
    }
    let ledger = try store.open()
    #expect(try ledger.writeAndWait { try $0.takeLease("watch", for: .seconds(60), holder: watcher) } == nil)
    store.advance(.seconds(61))
    let lease = try lease(ledger)
    let left = try ledger.writeAndWait { try $0.recoverClaims(under: lease) }
    #expect(left.count == 1 && left[0].doubts == 1)
    #expect(left[0].state == (isRepeatable ? .waiting : .unknown))
    #expect(left[0].reason?.contains(isRepeatable ? "same key" : "not sent again unasked") == true)
    #expect(try ledger.writeAndWait { try $0.recoverClaims(under: lease) }.isEmpty)
    #expect(try ledger.read { try $0.dueLetters(at: store.now, perChannel: 9) }.count == (isRepeatable ? 1 : 0))
    guard isRepeatable else { return }
    let again = try claim(1, lease, ledger)
    #expect(again.letter.key == "a" && again.attempts == 2)
  }

  @Test func aLateAnswerEndsTheDoubt() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let first = try lease(ledger)
    _ = try ledger.writeAndWait { try $0.post(.sample("a")) }
    let claimed = try claim(1, first, ledger)
    store.advance(.seconds(61))
    let second = try lease(ledger)
    _ = try ledger.writeAndWait { try $0.recoverClaims(under: second) }
    #expect(try only(ledger).state == .unknown)
    let settled = try ledger.writeAndWait { try $0.settle(claimed, .delivered(receipt: "200")) }
    #expect(settled?.state == .delivered && settled?.doubts == 0)
  }

  @Test func whoeverLostTheLeaseClaimsNothing() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let first = try lease(ledger)
    _ = try ledger.writeAndWait { try $0.post(.sample("a")) }
    store.advance(.seconds(61))
    let second = try lease(ledger)
    #expect(second.fence == first.fence + 1)
    #expect(try ledger.writeAndWait { try $0.claim(1, under: first, for: .seconds(60)) } == .leaseLost)
    #expect(try claim(1, second, ledger).attempts == 1)
  }

  @Test func anAttemptThatWasNotMadeDoesNotCount() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try lease(ledger)
    _ = try ledger.writeAndWait { try $0.post(.sample("a")) }
    let claimed = try claim(1, lease, ledger)
    let back = try ledger.writeAndWait { try $0.settle(claimed, .notSent) }
    #expect(back?.state == .waiting && back?.attempts == 0)
    #expect(try claim(1, lease, ledger).attempts == 1)
  }

  @Test func aDoubtIsRepeatedOnlyWhereTheKeyIsKnown() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try lease(ledger)
    try ledger.writeAndWait { transaction in
      try transaction.post(.sample("a", isRepeatable: true))
      try transaction.post(.sample("b"))
    }
    let next = store.now + .seconds(5)
    for id: Int64 in [1, 2] {
      let claimed = try claim(id, lease, ledger)
      let settled = try ledger.writeAndWait { try $0.settle(claimed, .unknown(again: next, reason: "Hung.")) }
      #expect(settled?.state == (id == 1 ? .waiting : .unknown) && settled?.doubts == 1)
    }
  }

  @Test func whatComesTooLateIsGivenUp() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try lease(ledger)
    let end = store.now + .minutes(5)
    try ledger.writeAndWait { transaction in
      try transaction.post(.sample("a", expiresAt: end))
      try transaction.post(.sample("b"))
    }
    #expect(try ledger.writeAndWait { try $0.giveUpLateLetters() }.isEmpty)
    store.advance(.minutes(5))
    #expect(try ledger.writeAndWait { try $0.claim(1, under: lease, for: .seconds(60)) } == .gone)
    let late = try ledger.writeAndWait { try $0.giveUpLateLetters() }
    #expect(late.map(\.letter.key) == ["a"] && late[0].state == .failed && late[0].reason?.contains("too late") == true)
    #expect(try ledger.read { try $0.letterCounts() } == [.waiting: 1, .failed: 1])
  }

  @Test func aChannelWithManyLettersKeepsNoOtherWaiting() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    try ledger.writeAndWait { transaction in
      for number in 0..<50 { try transaction.post(.sample("a\(number)")) }
      try transaction.post(.sample("b", channel: "phone"))
      try transaction.post(.sample("later"), dueAt: transaction.now + .minutes(1))
    }
    let due = try ledger.read { try $0.dueLetters(at: store.now, perChannel: 3) }
    #expect(due.map(\.letter.key) == ["a0", "a1", "a2", "b"])
  }

  @Test func aPersonCanHaveALetterSentAgain() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try lease(ledger)
    _ = try ledger.writeAndWait { try $0.post(.sample("a", expiresAt: store.now + .minutes(1))) }
    let trouble = #expect(throws: LedgerTrouble.self) {
      try ledger.writeAndWait { try $0.replayLetter(1, actor: someone) }
    }
    #expect(trouble?.code == .invalid)
    #expect(throws: LedgerTrouble.self) { try ledger.writeAndWait { try $0.replayLetter(2, actor: someone) } }
    let claimed = try claim(1, lease, ledger)
    _ = try ledger.writeAndWait { try $0.settle(claimed, .failed(reason: "No.")) }
    store.advance(.hours(1))
    let again = try ledger.writeAndWait { try $0.replayLetter(1, actor: someone) }
    #expect(again.state == .waiting && again.nextAt == store.now && again.finishedAt == nil)
    #expect(try claim(1, lease, ledger).attempts == 2)
    let events = try ledger.read { try $0.events(stream: StreamID("log", "outbox")) }
    #expect(events.first?.decoded(LetterReplayed.self) == LetterReplayed(letter: "a", channel: "hook", was: "failed"))
    #expect(events.map(\.actor) == [someone])
  }

  @Test func nothingLeavesWhileTheOutboxIsHeld() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try lease(ledger)
    try ledger.writeAndWait { transaction in
      try transaction.post(.sample("a"))
      try transaction.post(.sample("b"))
    }
    let claimed = try claim(1, lease, ledger)
    try ledger.writeAndWait { transaction in
      try transaction.holdOutbox("A test.")
      try transaction.post(.sample("c"))
    }
    #expect(try ledger.read { try $0.letterCounts() } == [.unknown: 1, .held: 2])
    #expect(try ledger.read { try $0.outboxHold() }?.letters == 2)
    for id: Int64 in [1, 2, 3] {
      #expect(try ledger.writeAndWait { try $0.claim(id, under: lease, for: .seconds(60)) } == .gone)
    }
    let back = try ledger.writeAndWait { try $0.settle(claimed, .again(at: store.now, reason: "Busy.")) }
    #expect(back?.state == .held)
    #expect(throws: LedgerTrouble.self) { try ledger.writeAndWait { try $0.replayLetter(2, actor: someone) } }
    #expect(try ledger.writeAndWait { try $0.releaseOutbox(actor: someone) } == 3)
    #expect(try ledger.read { try $0.letterCounts() } == [.waiting: 3])
  }
}
