package import Glibc

/// What the loop asks of the system, so that a test can answer in its place and no test has to wait.
package struct ConsoleSystem {
  /// As `poll(2)`: waits for descriptors, at most so many milliseconds, -1 without end; how many are ready.
  var wait: (inout [pollfd], Int32) -> Int32
  /// Stops this process and its group; returns when the shell continues them.
  var stop: () -> Void

  package init(wait: @escaping (inout [pollfd], Int32) -> Int32, stop: @escaping () -> Void) {
    self.wait = wait
    self.stop = stop
  }

  package static var live: ConsoleSystem {
    ConsoleSystem(
      wait: { poll(&$0, nfds_t($0.count), $1) },
      // The group, as the terminal would: a shell script or sudo around us would else wait for a process that sleeps.
      // SIGSTOP, as SIGTSTP is blocked and, in a session without a shell, would be without effect.
      stop: { kill(0, SIGSTOP) })
  }
}
