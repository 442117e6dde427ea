import EventLog
import Incidents
import Ledger
import Synchronization

/// Incidents that were looked at for pages and owed none: nothing about them has to be read again before something
/// happens to them, their time comes, or the people and silences around them are others. A guess that saves reading;
/// a process that begins has none.
struct PagingLooks: ~Copyable, Sendable {
  /// What the decision depends on beside the incident itself.
  struct Surroundings: Hashable, Sendable {
    private let team: PagingTeam
    private let silences: [Silence]

    init(team: PagingTeam, silences: [Silence]) {
      self.team = team
      // What a silence kept back already decides nothing.
      self.silences = silences.map { silence in
        var silence = silence
        silence.heldBack = []
        return silence
      }
    }
  }

  enum Answer: Hashable {
    case look
    /// Nil where nothing is to come by itself.
    case quiet(until: Instant?)
  }

  struct Look: Sendable {
    var progress: StreamProgress
    var nextAt: Instant?
  }

  /// Not private: the compiler would fail on the lock around it (Swift 6.3.1, debug).
  struct State {
    var surroundings: Surroundings?
    var looks: [StreamID: Look] = [:]
  }

  private let state = Mutex(State())

  /// Forgets what concerns other surroundings than these, and all that is not asked for any more.
  func begin(_ incidents: Set<StreamID>, among surroundings: Surroundings) {
    state.withLock { state in
      if state.surroundings != surroundings { state = State(surroundings: surroundings) }
      if state.looks.count > incidents.count { state.looks = state.looks.filter { incidents.contains($0.key) } }
    }
  }

  /// Whether there is nothing to read of an incident now, and when there will be.
  func answer(_ incident: StreamID, _ progress: StreamProgress?, at now: Instant) -> Answer {
    state.withLock { state in
      guard let look = state.looks[incident], look.progress == progress, look.nextAt.map({ $0 > now }) ?? true else {
        return .look
      }
      return .quiet(until: look.nextAt)
    }
  }

  func note(_ incident: StreamID, _ progress: StreamProgress, nextAt: Instant?) {
    state.withLock { $0.looks[incident] = Look(progress: progress, nextAt: nextAt) }
  }
}
