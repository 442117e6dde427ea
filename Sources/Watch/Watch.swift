import EventLog
package import Ledger

/// Does what is due, once: of all processes that could, the one that has the lease. It sleeps until the smallest of
/// the times that it was told. Letters leave beside it: a receiver that hangs keeps nothing else from its time.
package struct Watch: Sendable {
  private let ledger: Ledger
  private let holder: Lease.Holder
  private let works: [any DueWork]
  private let postman: Postman?
  private let clock: any WatchClock
  private let timing: WatchTiming
  private let life: any WatchLife
  private let report: @Sendable (WatchNotice) -> Void

  package init(
    _ ledger: Ledger, as holder: Lease.Holder, works: [any DueWork], postman: Postman?, clock: any WatchClock,
    timing: WatchTiming = WatchTiming(), life: (any WatchLife)? = nil, report: @escaping @Sendable (WatchNotice) -> Void
  ) {
    self.ledger = ledger
    self.holder = holder
    self.works = works
    self.postman = postman
    self.clock = clock
    self.timing = timing
    self.life = life ?? NoSignOfLife()
    self.report = report
  }

  /// Watches until the task is cancelled, brings to its end what has begun, and gives the lease back then.
  package func run() async {
    let duty = WatchDuty()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.look(duty) }
      if let postman { group.addTask { await postman.run(duty, timing: self.timing, report: self.report) } }
    }
    if let lease = duty.held?.lease { try? await ledger.write { try $0.returnLease(lease) } }
    life.letGo()
  }

  private func look(_ duty: WatchDuty) async {
    var last = clock.reading()
    var asked = Span.zero
    while !Task.isCancelled {
      let now = clock.reading()
      ClockNotice.between(last, now, asked: asked).forEach { report(.clock($0)) }
      let next = await pass(duty)
      // Whatever was done may have written letters.
      postman?.call()
      last = clock.reading()
      asked = min(max(next - last.wall, timing.shortestWait), timing.renewEvery)
      await clock.wait(asked, breather: timing.breather)
    }
  }

  /// One look at everything.
  ///
  /// - Returns: when to look again.
  func pass(_ duty: WatchDuty) async -> Instant {
    var next = clock.reading().wall + timing.renewEvery
    do {
      try await keep(duty)
    } catch {
      report(.trouble("The watch could not be kept: \(error)"))
      return clock.reading().wall + timing.afterTrouble
    }
    guard duty.held != nil else { return min(next, duty.standsByUntil ?? next) }
    for work in works {
      do {
        if let due = try await work.perform() { next = min(next, due) }
      } catch {
        report(.trouble("What is due could not be done (\(work.name)): \(error)"))
        next = min(next, clock.reading().wall + timing.afterTrouble)
      }
    }
    return next
  }

  /// Renews the lease where that is due, or takes it where nobody has it.
  private func keep(_ duty: WatchDuty) async throws {
    let now = clock.reading().running
    if let (lease, bound) = duty.held {
      guard bound - now <= timing.leaseLength - timing.renewEvery else { return }
      if try await renew(lease) { return duty.renew(lease, bound: now + timing.leaseLength) }
      life.letGo()
      if duty.lose(lease) { report(.lost) }
    }
    let (taken, before, left) = try await take()
    guard let taken else {
      if let before, duty.standBy(until: before.until) { report(.waits(for: before.holder)) }
      return
    }
    duty.begin(taken, bound: now + timing.leaseLength)
    report(.began(taken, before: before?.holder))
    left.forEach { report(.inDoubt($0)) }
  }

  private func renew(_ lease: Lease) async throws -> Bool {
    let (length, words) = (timing.leaseLength, Self.words(holder))
    return try await ledger.write { transaction -> Bool in
      guard try transaction.renewLease(lease, for: length) != nil else { return false }
      try transaction.beat(Lease.watch, detail: words)
      return true
    }
  }

  private func take() async throws -> (taken: Lease?, before: Lease?, left: [OutboxLetter]) {
    let (length, holder, words) = (timing.leaseLength, holder, Self.words(holder))
    let life = life
    let wall = clock.reading().wall
    // Whoever sends a letter has the lease for as long as that may take.
    let longest = max(length, postman?.claimLength(timing) ?? .zero, timing.longestClaim)
    // Whoever stands by writes nothing.
    if let last = try ledger.read({ try $0.lease(Lease.watch) }), last.isHeld(at: wall), last.until - wall <= longest,
      !life.isGone(last.fence)
    {
      return (nil, last, [])
    }
    let settled = postman?.settled
    return try await ledger.write { transaction -> (Lease?, Lease?, [OutboxLetter]) in
      let before = try transaction.lease(Lease.watch)
      let isGone = before.map { life.isGone($0.fence) } ?? false
      guard
        let taken = try transaction.takeLease(
          Lease.watch, for: length, holder: holder, longest: longest, isLastGone: isGone)
      else { return (nil, before, []) }
      // Before anybody can see the lease.
      life.hold(taken.fence)
      try transaction.beat(Lease.watch, detail: words)
      let left = try transaction.recoverClaims(under: taken)
      for letter in left { try settled?(letter, .unknown(again: nil, reason: letter.reason ?? ""), transaction) }
      return (taken, before, left)
    }
  }

  private static func words(_ holder: Lease.Holder) -> String {
    "\(holder.role), process \(holder.process) on \(holder.host)"
  }
}
