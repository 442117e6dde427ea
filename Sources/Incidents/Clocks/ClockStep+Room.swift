import EventLog

extension ClockStep {
  /// Tasks, polls and offers: what the room promises now and does not run starts, what runs and is not promised ends.
  func room() -> [DeadlineSet] {
    let isOver = after.status == .closed
    let promised = after.roomPromises
    let running = after.deadlines.filter { deadline in
      deadline.isOpen && RoomPromise.prefixes.contains { deadline.kind.hasPrefix($0) }
    }
    func isSame(_ promise: RoomPromise, _ deadline: Deadline) -> Bool {
      promise.kind == deadline.kind && promise.dueAt == deadline.dueAt
    }
    let ends = running.compactMap { deadline -> DeadlineSet? in
      let promise = promised.last { isSame($0, deadline) }
      if let promise, promise.isOpen, !isOver { return nil }
      return end(deadline, metAt: promise?.metAt ?? (isAnswered(deadline) ? now : nil))
    }
    guard !isOver else { return ends }
    let starts = promised.filter { promise in promise.isOpen && !running.contains { isSame(promise, $0) } }
    return ends + starts.map { set($0.kind, $0.dueAt, rule: $0.rule, target: $0.target) }
  }

  /// An offer is gone from the state once it is answered; a yes and a no both keep the promise.
  private func isAnswered(_ deadline: Deadline) -> Bool {
    deadline.kind.hasPrefix("handover:") && (happened(RoleAssigned.self) || happened(RoleDeclined.self))
  }
}
