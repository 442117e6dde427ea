/// Where the loop hears of signals.
package protocol SignalSource: Sendable {
  /// Readable when `next()` has something; -1 for never.
  var descriptor: Int32 { get }
  /// The next signal, in the order of arrival as far as the system keeps it.
  func next() -> TerminalProcessSignal?
}
