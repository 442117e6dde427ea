import Commands
import EventLog

/// Which questions are answered, which are on their way, and which answers have become old.
struct LoadingLedger: Sendable {
  /// Asked and not answered, with when.
  private(set) var waiting: [Query: Instant] = [:]
  private var fresh: Set<Query> = []
  private var outdated: Set<Query> = []
  private(set) var everAnswered: Set<Query> = []

  /// Notes that a question is asked.
  /// - Returns: false where its answer is at hand or on its way.
  mutating func ask(_ query: Query, at now: Instant) -> Bool {
    guard !fresh.contains(query), waiting[query] == nil else { return false }
    waiting[query] = now
    return true
  }

  mutating func answered(_ query: Query) {
    waiting[query] = nil
    everAnswered.insert(query)
    if outdated.remove(query) == nil { fresh.insert(query) }
  }

  /// The store changed: what is known may be old, and so may be what is on its way.
  mutating func changed() {
    fresh.removeAll(keepingCapacity: true)
    outdated = Set(waiting.keys)
  }

  mutating func forget(_ query: Query) { fresh.remove(query) }
}
