import Synchronization
import Terminal

/// Signals that a test sends.
final class ScriptedSignals: SignalSource {
  private let wakeup = Wakeup()
  private let waiting: Mutex<[TerminalProcessSignal]>

  init(_ signals: [TerminalProcessSignal] = []) {
    waiting = Mutex(signals)
    if !signals.isEmpty { wakeup.ring() }
  }

  var descriptor: Int32 { wakeup.descriptor }

  func send(_ signal: TerminalProcessSignal) {
    waiting.withLock { $0.append(signal) }
    wakeup.ring()
  }

  func next() -> TerminalProcessSignal? {
    waiting.withLock { waiting in
      if waiting.isEmpty { wakeup.drain() }
      return waiting.isEmpty ? nil : waiting.removeFirst()
    }
  }
}
