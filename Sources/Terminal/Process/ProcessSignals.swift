import CProcess
import Glibc

/// The signals of this process, read like a file (signalfd, Linux only).
package final class ProcessSignals: SignalSource {
  package let descriptor: Int32

  /// Keeps the console's signals from acting by themselves, in this thread and in all that it starts later. Call it
  /// before the first thread is started: one that does not block them would get them.
  package static func block() { sitrep_signals_block() }

  /// The descriptor is -1 when the system has no more of them; signals are then never heard.
  package init() { descriptor = sitrep_signals_descriptor() }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  package func next() -> TerminalProcessSignal? {
    while true {
      let number = sitrep_signals_next(descriptor)
      guard number != 0 else { return nil }
      if let signal = TerminalProcessSignal(number: number) { return signal }
    }
  }
}
