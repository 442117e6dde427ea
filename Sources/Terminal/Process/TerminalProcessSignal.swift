import Glibc

/// A signal that the console acts on.
package enum TerminalProcessSignal: CaseIterable, Hashable, Sendable {
  case windowChange, terminate, hangUp, interrupt, quit, stop, resume

  /// The system's number.
  package var number: Int32 {
    switch self {
    case .windowChange: SIGWINCH
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    case .interrupt: SIGINT
    case .quit: SIGQUIT
    case .stop: SIGTSTP
    case .resume: SIGCONT
    }
  }

  /// Nil for a number that is none of these.
  package init?(number: Int32) {
    guard let signal = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = signal
  }

  /// Whether the console ends with it.
  package var ends: Bool {
    switch self {
    case .terminate, .hangUp, .interrupt, .quit: true
    case .windowChange, .stop, .resume: false
    }
  }

  /// What a program that such a signal has ended gives as its exit code.
  package var exitCode: Int32 { 128 + number }
}
