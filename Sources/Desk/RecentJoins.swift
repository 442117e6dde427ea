import EventLog
import Synchronization

/// Which incident the alerts of a key joined last: a guess that saves the look-up, and is looked at before it counts.
struct RecentJoins: ~Copyable, Sendable {
  /// More keys than alert at once; then the guesses begin anew.
  private static let limit = 4_096

  private let byKey = Mutex<[String: StreamID]>([:])

  func guess(for key: String) -> StreamID? { byKey.withLock { $0[key] } }

  func note(_ incident: StreamID, for key: String) {
    byKey.withLock { known in
      if known.count >= RecentJoins.limit { known.removeAll() }
      known[key] = incident
    }
  }
}
