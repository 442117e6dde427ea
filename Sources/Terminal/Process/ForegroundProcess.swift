import CProcess
import Glibc

/// Runs another program on our terminal, such as an editor, and takes the terminal back after it.
@TerminalActor package struct ForegroundProcess {
  package enum Ending: Equatable, Sendable {
    /// The program's exit code; 128 plus a signal's number when one has ended it.
    case exited(Int32)
    /// It could not be started; the system's words.
    case notStarted(String)
    /// We were told to end while it ran, and have told it so.
    case interrupted(TerminalProcessSignal)
  }

  private let terminal: Int32
  private let signals: (any SignalSource)?
  private let stopOurselves: () -> Void

  /// How often to look whether the program has been stopped, which no descriptor tells of; milliseconds.
  private static let lookInterval: Int32 = 250
  /// How long a program that was told to end may take; milliseconds.
  private static let farewell: Int64 = 1_000

  /// - Parameters:
  ///   - terminal: the terminal's descriptor; -1 for none.
  ///   - signals: ours, which are heeded while the program runs.
  ///   - stopOurselves: called when the person suspends the program (Ctrl-Z); returns when they come back.
  package init(terminal: Int32, signals: (any SignalSource)?, stopOurselves: @escaping () -> Void) {
    self.terminal = terminal
    self.signals = signals
    self.stopOurselves = stopOurselves
  }

  /// Starts the program with no signal blocked, in a foreground process group of its own, and waits for its end. The
  /// terminal must have been given back before.
  package func run(_ arguments: [String]) -> Ending {
    var process: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let error = sitrep_spawn_foreground(&words, terminal, &process)
    guard error == 0 else { return .notStarted(String(cString: strerror(error))) }
    let ended = sitrep_process_descriptor(process)
    defer {
      if ended >= 0 { _ = close(ended) }
      takeBack()
    }
    while true {
      var waiting = [
        pollfd(fd: ended, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      poll(&waiting, 2, Self.lookInterval)
      if let ending = reap(process, options: WNOHANG | WUNTRACED) { return ending }
      while let signal = signals?.next() {
        if signal.ends { return dismiss(process, for: signal) }
      }
    }
  }

  /// Nil while the program runs.
  private func reap(_ process: pid_t, options: Int32) -> Ending? {
    var status: Int32 = 0
    let found = waitpid(process, &status, options)
    if found == 0 || (found < 0 && errno == EINTR) { return nil }
    guard found == process else { return .notStarted(String(cString: strerror(errno))) }
    let code = sitrep_wait_code(status)
    guard code < 0 else { return .exited(code) }
    takeBack()
    stopOurselves()
    if terminal >= 0 { sitrep_terminal_give(terminal, process) }
    kill(-process, SIGCONT)
    return nil
  }

  private func dismiss(_ process: pid_t, for signal: TerminalProcessSignal) -> Ending {
    kill(-process, signal.number)
    kill(-process, SIGCONT)
    let start = Monotonic.milliseconds()
    while Monotonic.milliseconds() - start < Self.farewell {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) != 0 { break }
      poll(nil, 0, 10)
    }
    return .interrupted(signal)
  }

  private func takeBack() {
    if terminal >= 0 { sitrep_terminal_give(terminal, getpgrp()) }
  }
}
