import EventLog

/// A promise that follows from what stands in the room: a task, a poll, an offered role. The state alone says which
/// run, so that undo, correction, merge and split need no rules of their own.
struct RoomPromise {
  var kind: String
  var dueAt: Instant
  var target: String?
  var rule: String
  var isOpen: Bool
  /// When it was kept; nil where it is open or no longer wanted.
  var metAt: Instant?

  static let prefixes = ["task:", "objections:", "handover:"]
}

extension Incident {
  /// What was promised within the room, whether it still runs or not.
  var roomPromises: [RoomPromise] {
    var promises = tasks.compactMap { task in
      task.dueAt.map {
        RoomPromise(
          kind: task.clock, dueAt: $0, target: task.person, rule: "task \(task.number): \(task.person) comes back",
          isOpen: task.isOpen, metAt: task.state == .done ? task.endedAt : nil)
      }
    }
    for decision in decisions {
      guard let clock = decision.clock, let due = decision.dueAt else { continue }
      promises.append(
        RoomPromise(
          kind: clock, dueAt: due, target: decision.person, rule: "decision \(decision.number): objections until then",
          isOpen: decision.state == .proposed, metAt: decision.settledAt))
    }
    promises += offers.map {
      RoomPromise(
        kind: $0.clock, dueAt: $0.dueAt, target: $0.person,
        rule: "\($0.person) answers whether to be \($0.role.rawValue)",
        isOpen: true)
    }
    return promises
  }
}
