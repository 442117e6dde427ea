import EventLog
import Ledger
import Synchronization

/// What a process knows of its own right to act: shared by the part that keeps it and the part that sends under it.
final class WatchDuty: Sendable {
  private struct State {
    var lease: Lease?
    var bound = Span.zero
    var standsByUntil: Instant?
  }

  private let state = Mutex(State())

  /// The lease, with until when nobody else can have taken it, on the running clock. That counts from before it was
  /// asked for, so it is never later than what the file says.
  var held: (lease: Lease, bound: Span)? {
    state.withLock { state in state.lease.map { ($0, state.bound) } }
  }

  /// Until when somebody else has it.
  var standsByUntil: Instant? { state.withLock { $0.standsByUntil } }

  func begin(_ lease: Lease, bound: Span) {
    state.withLock { $0 = State(lease: lease, bound: bound) }
  }

  func renew(_ lease: Lease, bound: Span) {
    state.withLock { state in
      guard state.lease?.fence == lease.fence else { return }
      state.bound = max(state.bound, bound)
    }
  }

  /// - Returns: false where it was known already.
  func lose(_ lease: Lease) -> Bool {
    state.withLock { state in
      guard state.lease?.fence == lease.fence else { return false }
      state = State()
      return true
    }
  }

  /// - Returns: whether that is news.
  func standBy(until: Instant) -> Bool {
    state.withLock { state in
      defer { state.standsByUntil = until }
      return state.standsByUntil == nil
    }
  }
}
