import EventLog
import Synchronization

@testable import Watch

/// Clocks that move by hand, shared by all who watch one store.
final class ScriptedClock: WatchClock {
  private let time: Mutex<ClockReading>
  private let asked = Mutex<[Span]>([])
  /// Called at every reading, and with every wait; a wait returns at once.
  private let onReading: @Sendable () -> Void
  private let onWait: @Sendable (ScriptedClock, Span, Int) -> Void

  init(
    at wall: Instant = Instant(milliseconds: 1_795_231_860_000), onReading: @escaping @Sendable () -> Void = {},
    onWait: @escaping @Sendable (ScriptedClock, Span, Int) -> Void = { clock, span, _ in clock.pass(span) }
  ) {
    time = Mutex(ClockReading(wall: wall, running: .hours(5), awake: .hours(4)))
    self.onReading = onReading
    self.onWait = onWait
  }

  var now: Instant { time.withLock { $0.wall } }
  var waits: [Span] { asked.withLock { $0 } }

  func pass(_ span: Span) {
    time.withLock { time in
      time.wall = time.wall + span
      time.running = time.running + span
      time.awake = time.awake + span
    }
  }

  func set(forward span: Span) { time.withLock { $0.wall = $0.wall + span } }

  func suspend(_ span: Span) {
    time.withLock { time in
      time.wall = time.wall + span
      time.running = time.running + span
    }
  }

  func reading() -> ClockReading {
    onReading()
    return time.withLock { $0 }
  }

  func wait(_ span: Span) async {
    let count = asked.withLock { asked in
      asked.append(span)
      return asked.count
    }
    onWait(self, span, count)
    if count >= 200 { cancel() }
  }

  func call() {}

  /// Ends the run of whoever waits.
  func cancel() { withUnsafeCurrentTask { $0?.cancel() } }
}
