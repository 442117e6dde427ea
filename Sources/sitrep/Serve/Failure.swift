import Commands
import Synchronization

/// What ended the services, carried to the thread that waits for them.
final class Failure: Sendable {
  private let stored = Mutex<Trouble?>(nil)

  var trouble: Trouble? { stored.withLock { $0 } }

  func set(_ trouble: Trouble) { stored.withLock { $0 = trouble } }
}
