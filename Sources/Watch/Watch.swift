import EventLog
package import Ledger

/// Does what is due, once: of all processes that could, the one that has the lease. It sleeps until the smallest of
/// the times that it was told.
package struct Watch: Sendable {
  package static let leaseName = "watch"

  private let ledger: Ledger
  private let holder: Lease.Holder
  private let works: [any DueWork]
  private let postman: Postman?
  private let clock: any WatchClock
  private let timing: WatchTiming
  private let report: @Sendable (WatchNotice) -> Void

  package init(
    _ ledger: Ledger, as holder: Lease.Holder, works: [any DueWork], postman: Postman?, clock: any WatchClock,
    timing: WatchTiming = WatchTiming(), report: @escaping @Sendable (WatchNotice) -> Void
  ) {
    self.ledger = ledger
    self.holder = holder
    self.works = works
    self.postman = postman
    self.clock = clock
    self.timing = timing
    self.report = report
  }

  /// Watches until the task is cancelled, and gives the lease back then.
  package func run() async {
    var duty = WatchDuty()
    var last = clock.reading()
    var asked = Span.zero
    while !Task.isCancelled {
      let now = clock.reading()
      ClockNotice.between(last, now, asked: asked).forEach { report(.clock($0)) }
      let next = await pass(&duty)
      last = clock.reading()
      asked = min(max(next - last.wall, timing.shortestWait), timing.renewEvery)
      await clock.wait(asked)
      let passed = clock.reading().running - last.running
      // Whoever calls without end gets no more than this.
      if passed < timing.breather, !Task.isCancelled, asked > passed {
        let rest = min(timing.breather - passed, asked - passed)
        await clock.wait(rest)
      }
    }
    if let lease = duty.lease { try? await ledger.write { try $0.returnLease(lease) } }
  }

  /// One look at everything.
  ///
  /// - Returns: when to look again.
  func pass(_ duty: inout WatchDuty) async -> Instant {
    var next = clock.reading().wall + timing.renewEvery
    do {
      try await keep(&duty)
    } catch {
      report(.trouble("The watch could not be kept: \(error)"))
      return clock.reading().wall + timing.afterTrouble
    }
    guard let lease = duty.lease, let bound = duty.bound else {
      if let until = duty.standsByUntil { next = min(next, until) }
      return next
    }
    for work in works {
      do {
        if let due = try await work.perform() { next = min(next, due) }
      } catch {
        report(.trouble("What is due could not be done (\(work.name)): \(error)"))
        next = min(next, clock.reading().wall + timing.afterTrouble)
      }
    }
    guard let postman else { return next }
    do {
      let round = try await postman.round(under: lease, bound: bound, clock: clock, timing: timing, report: report)
      duty.bound = round.bound
      if round.isLeaseLost { lose(&duty) }
      if let due = round.next { next = min(next, due) }
    } catch {
      report(.trouble("Letters could not be sent: \(error)"))
      next = min(next, clock.reading().wall + timing.afterTrouble)
    }
    return next
  }

  /// Renews the lease where that is due, or takes it where nobody has it.
  private func keep(_ duty: inout WatchDuty) async throws {
    let now = clock.reading().running
    let (length, holder) = (timing.leaseLength, holder)
    if let lease = duty.lease {
      if let bound = duty.bound, bound - now > timing.leaseLength - timing.renewEvery { return }
      let renewed = try await ledger.write { transaction -> Lease? in
        let renewed = try transaction.renewLease(lease, for: length)
        if renewed != nil { try transaction.beat(Watch.leaseName, detail: Self.words(holder)) }
        return renewed
      }
      guard let renewed else {
        lose(&duty)
        return try await keep(&duty)
      }
      duty.lease = renewed
      duty.bound = now + length
      return
    }
    let (taken, before, left) = try await ledger.write { transaction -> (Lease?, Lease?, [OutboxLetter]) in
      let before = try transaction.lease(Watch.leaseName)
      guard let taken = try transaction.takeLease(Watch.leaseName, for: length, holder: holder) else {
        return (nil, before, [])
      }
      try transaction.beat(Watch.leaseName, detail: Self.words(holder))
      return (taken, before, try transaction.recoverClaims(under: taken))
    }
    guard let taken else {
      if let before {
        if duty.standsByUntil == nil { report(.waits(for: before.holder)) }
        duty.standsByUntil = before.until
      }
      return
    }
    duty = WatchDuty(lease: taken, bound: now + length)
    report(.began(taken, before: before?.holder))
    left.forEach { report(.inDoubt($0)) }
  }

  private func lose(_ duty: inout WatchDuty) {
    duty = WatchDuty()
    report(.lost)
  }

  private static func words(_ holder: Lease.Holder) -> String {
    "\(holder.role), process \(holder.process) on \(holder.host)"
  }
}
