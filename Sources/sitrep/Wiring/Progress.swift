import Glibc
import Synchronization

/// Shows on a terminal how far long work is; elsewhere it is silent.
final class Progress: Sendable {
  private let verb: String
  private let unit: String
  private let isShown = isatty(2) == 1
  private let last = Mutex(0)

  init(_ verb: String, unit: String) {
    self.verb = verb
    self.unit = unit
  }

  /// At most every thousandth, so that showing costs nothing.
  func show(_ count: Int) {
    guard isShown,
      last.withLock({ shown in
        guard count - shown >= 1_000 else { return false }
        shown = count
        return true
      })
    else { return }
    write("\r\(verb) \(count) \(unit)")
  }

  func end() {
    if isShown, last.withLock({ $0 > 0 }) { write("\n") }
  }

  private func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
