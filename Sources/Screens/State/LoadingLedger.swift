import Commands
import EventLog

/// Which questions are answered, which are on their way, and which answers have become old.
struct LoadingLedger: Sendable {
  /// Asked and not answered, with when.
  private(set) var waiting: [Query: Instant] = [:]
  private var fresh: Set<Query> = []
  private var outdated: Set<Query> = []
  private var failed: Set<Query> = []
  private(set) var everAnswered: Set<Query> = []
  /// What the tabs depend on has been answered, so that nothing of it is looked up for each key.
  private(set) var knowsTabs = false

  /// What the tabs depend on.
  static let tabs: [Query] = [.onCall, .past(words: "", before: nil)]

  /// Notes that a question is asked.
  /// - Returns: false where its answer is at hand or on its way.
  mutating func ask(_ query: Query, at now: Instant) -> Bool {
    guard !fresh.contains(query), waiting[query] == nil else { return false }
    waiting[query] = now
    return true
  }

  /// Whether the answer is at hand and nothing was written since.
  func isFresh(_ query: Query) -> Bool { fresh.contains(query) }

  mutating func answered(_ query: Query, isFailure: Bool) {
    waiting[query] = nil
    if isFailure { failed.insert(query) } else { failed.remove(query) }
    everAnswered.insert(query)
    if !knowsTabs { knowsTabs = everAnswered.isSuperset(of: LoadingLedger.tabs) }
    if outdated.remove(query) == nil { fresh.insert(query) }
  }

  /// The store changed: what is known may be old, and so may be what is on its way.
  mutating func changed() {
    fresh.removeAll(keepingCapacity: true)
    outdated = Set(waiting.keys)
  }

  /// What failed is asked again, but not at once and without end.
  mutating func retryFailed() {
    fresh.subtract(failed)
    failed.removeAll()
  }

  mutating func forget(_ query: Query) { fresh.remove(query) }

  /// Of pages of which only the last is kept, whoever comes back to another one has to ask again.
  mutating func keepsAlone(_ query: Query) {
    fresh = fresh.filter { other in
      switch (query, other) {
      case (.messages, .messages), (.runbook, .runbook): other == query
      default: true
      }
    }
  }
}
