import EventLog
import Synchronization

/// Which incident was played, carried to the thread that waits for it.
final class Played: Sendable {
  private let stored = Mutex<StreamID?>(nil)

  var incident: StreamID? { stored.withLock { $0 } }

  func set(_ incident: StreamID?) { stored.withLock { $0 = incident } }
}
