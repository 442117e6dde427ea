package import EventLog
import Glibc
import Synchronization

/// The clocks of this machine, and a wait that can be cut short.
package final class SystemWatchClock: WatchClock {
  private struct Waiting {
    var isCalled = false
    var caller: CheckedContinuation<Void, Never>?
  }

  private let waiting = Mutex(Waiting())

  package init() {}

  package func reading() -> ClockReading {
    ClockReading(
      wall: Instant(milliseconds: Self.milliseconds(CLOCK_REALTIME)),
      running: .milliseconds(Self.milliseconds(CLOCK_BOOTTIME)),
      awake: .milliseconds(Self.milliseconds(CLOCK_MONOTONIC)))
  }

  /// For one task at a time.
  package func wait(_ span: Span) async {
    guard !Task.isCancelled else { return }
    let timer = Task {
      try? await Task.sleep(for: .milliseconds(span.milliseconds))
      if !Task.isCancelled { call() }
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isCalled = waiting.withLock { waiting in
          defer { waiting.isCalled = false }
          if !waiting.isCalled { waiting.caller = continuation }
          return waiting.isCalled
        }
        if isCalled { continuation.resume() }
      }
    } onCancel: {
      call()
    }
    timer.cancel()
  }

  /// Ends the present wait, or the next one.
  package func call() {
    let caller = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
      guard let caller = waiting.caller else {
        waiting.isCalled = true
        return nil
      }
      waiting.caller = nil
      return caller
    }
    caller?.resume()
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
