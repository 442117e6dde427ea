import Console
import EventLog
import Glibc
import Terminal

/// Time that passes only while the loop waits for nothing else, so that no test waits for it.
@TerminalActor final class ScriptedSystem {
  var now: Int64
  /// The timeouts that the loop waited through without anything happening.
  var waits: [Int32] = []
  /// How often it asked at all.
  var turns = 0
  var stops = 0
  /// Called before each wait.
  var beforeWait: () -> Void = {}
  /// Called after each wait, when it is settled what the loop will look at.
  var afterWait: () -> Void = {}
  /// What happens while the process is stopped.
  var onStop: () -> Void = {}
  /// What happens when the loop would wait without end, one after the other.
  var whenIdle: [() -> Void] = []

  init(now: Int64 = 0) { self.now = now }

  var system: ConsoleSystem {
    ConsoleSystem(
      wait: { descriptors, timeout in
        self.turns += 1
        self.beforeWait()
        var ready = poll(&descriptors, nfds_t(descriptors.count), 0)
        if ready == 0, timeout < 0 {
          if !self.whenIdle.isEmpty { self.whenIdle.removeFirst()() }
          // A real wait is for work that runs elsewhere; its end wakes us, and the limit is for a test that fails.
          ready = poll(&descriptors, nfds_t(descriptors.count), 20_000)
        }
        if ready == 0 {
          self.waits.append(timeout)
          self.now += Int64(max(0, timeout))
        }
        self.afterWait()
        return ready
      },
      stop: {
        self.stops += 1
        self.onStop()
      })
  }
}
