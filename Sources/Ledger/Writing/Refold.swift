import EventLog
import GRDB

/// Folds one stream anew: its state, its rows, its entries.
struct Refold {
  private let transaction: Transaction

  init(_ transaction: Transaction) { self.transaction = transaction }

  /// What a whole stream comes to, computed apart from the file.
  struct Result: Sendable {
    var stream: StreamID
    var fold: FoldDescription?
    var state: (any Sendable)?
    var events: Int
    var last: Stamp
    var orphans: Int
    var entries: [(position: Int64, entry: EntryText)]

    init?(_ stream: StreamID, _ stored: [(event: Event, position: Int64)], fold: FoldDescription?) {
      guard let last = stored.map(\.event.stamp).max() else { return nil }
      let events = stored.map { stored in
        var event = stored.event
        fold?.read(&event)
        return event
      }
      self.stream = stream
      self.fold = fold
      self.last = last
      self.events = events.count
      orphans = Result.orphans(in: events)
      var positions: [EventID: Int64] = [:]
      for (event, position) in stored { positions[event.id] = position }
      let effectiveEvents = EffectiveEvent.resolve(events, payloads: fold?.payloads ?? [])
      if let fold {
        var state = fold.initial(stream)
        for effective in effectiveEvents where !effective.isRetracted {
          state = fold.apply(stream, state, effective.event)
        }
        self.state = state
      }
      entries = effectiveEvents.compactMap { effective in
        positions[effective.event.id].map { ($0, EntryText(effective, fold: fold)) }
      }
    }

    /// Corrections whose original has not arrived.
    private static func orphans(in events: [Event]) -> Int {
      guard events.contains(where: { $0.kind == EventCorrected.kind }) else { return 0 }
      var byID: [EventID: Event] = [:]
      for event in events { byID[event.id] = event }
      return events.count { event in
        var current = event
        var steps = 0
        while current.kind == EventCorrected.kind {
          guard let next = current.supersedes.flatMap({ byID[$0] }), steps < events.count else { return true }
          current = next
          steps += 1
        }
        return false
      }
    }
  }

  /// - Returns: how many events the stream has.
  @discardableResult
  func run(_ stream: StreamID, key: Int64) throws -> Int {
    let stored = try Refold.events(key, transaction.database)
    guard let result = Result(stream, stored, fold: transaction.shape.fold(of: stream)) else { return 0 }
    try write(result, key: key)
    return stored.count
  }

  func write(_ result: Result, key: Int64) throws {
    if let fold = result.fold, let state = result.state {
      let rows = fold.rows(state)
      try ProjectedRows(transaction).renew(rows, fold: fold, stream: key)
      try StreamStates.write(
        version: fold.version, last: result.last, orphans: result.orphans, events: result.events, stream: key,
        transaction.database
      ) { fold.encode(state) }
      transaction.memory.keep(
        WriterMemory.Hot(
          state: state, rows: rows, last: result.last, orphans: result.orphans, events: result.events), of: key)
    }
    for (position, entry) in result.entries { try Entries(transaction).renew(entry, position: position) }
  }

  static func events(_ key: Int64, _ database: Database) throws -> [(event: Event, position: Int64)] {
    try Query(
      database, EventColumns.select + " WHERE e.stream = ? ORDER BY e.stamp_ms, e.stamp_counter, e.stamp_node"
    ).bind(1, key).all { (EventColumns.event($0), $0.integer(0)) }
  }
}
