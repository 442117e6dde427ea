package import EventLog
import Synchronization

/// Gives a sign of life to the outside, at a distance of its own, while this process watches. It is sent beside everything
/// else: who does not answer keeps no page from its time.
package final class SignWork: DueWork {
  private struct State {
    /// On the running clock; nil before the first.
    var dueAt: Span?
    var isUnderWay = false
  }

  package let name = "sign of life"
  private let every: Span
  private let clock: any WatchClock
  private let isWell: @Sendable () -> Bool
  private let send: @Sendable () async -> String?
  private let note: @Sendable (String?) async -> Void
  private let state = Mutex(State())

  /// - Parameters:
  ///   - isWell: whether what is due could be done; nothing is sent otherwise, so that somebody is called.
  ///   - send: nil where the sign was heard, else why not.
  ///   - note: is told the same.
  package init(
    every: Span, clock: any WatchClock, isWell: @escaping @Sendable () -> Bool,
    send: @escaping @Sendable () async -> String?, note: @escaping @Sendable (String?) async -> Void
  ) {
    self.every = every
    self.clock = clock
    self.isWell = isWell
    self.send = send
    self.note = note
  }

  package func perform() async -> Instant? {
    let now = clock.reading()
    let (next, isDue) = state.withLock { state -> (Span, Bool) in
      if let due = state.dueAt, due > now.running { return (due, false) }
      let next = now.running + every
      state.dueAt = next
      guard !state.isUnderWay, isWell() else { return (next, false) }
      state.isUnderWay = true
      return (next, true)
    }
    if isDue {
      Task {
        let failure = await send()
        state.withLock { $0.isUnderWay = false }
        await note(failure)
      }
    }
    return now.wall + (next - now.running)
  }
}
