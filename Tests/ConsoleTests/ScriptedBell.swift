import Console
import Terminal

/// A bell that a test rings.
final class ScriptedBell: ChangeBell {
  private let wakeup = Wakeup()
  var fileDescriptor: Int32 { wakeup.descriptor }

  func ring() { wakeup.ring() }

  func drain() -> Bool {
    wakeup.drain()
    return true
  }
}
