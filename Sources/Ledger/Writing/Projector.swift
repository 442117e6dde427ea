import EventLog
import GRDB

/// Carries new events into the projections, within the transaction of the events.
///
/// An event that is newer than all of its stream and corrects nothing is one step of the fold, and only rows that
/// differ are written. Anything else folds that one stream anew.
struct Projector {
  private struct Addition {
    var stream: StreamID
    var isNewStream: Bool
    var events: [(event: Event, position: Int64)]
  }

  private let transaction: Transaction
  private var additions: [Int64: Addition] = [:]
  private var order: [Int64] = []

  init(_ transaction: Transaction) { self.transaction = transaction }

  mutating func add(_ event: Event, position: Int64, stream: Int64, isNewStream: Bool) {
    if additions[stream] == nil {
      additions[stream] = Addition(stream: event.stream, isNewStream: isNewStream, events: [])
      order.append(stream)
    }
    additions[stream]?.events.append((event, position))
  }

  func finish() throws {
    for key in order {
      guard let addition = additions[key] else { continue }
      try project(addition, key: key)
    }
  }

  private func project(_ addition: Addition, key: Int64) throws {
    let fold = transaction.shape.fold(of: addition.stream)
    let known = try fold.flatMap { try current($0, key: key, addition) }
    let isPlain = addition.events.allSatisfy { event, _ in
      event.kind != EventCorrected.kind && event.kind != EventRedacted.kind && event.payload != nil
    }
    guard let fold else {
      // Without a fold there is no state; text alone is carried on.
      let isLocal = addition.events.allSatisfy { $0.event.id.node == transaction.memory.node }
      guard isPlain, isLocal else {
        try Refold(transaction).run(addition.stream, key: key)
        return
      }
      for (event, position) in addition.events {
        try Entries(transaction).put(EntryText(event, fold: nil), event: event, position: position)
      }
      return
    }
    guard isPlain, let known, known.orphans == 0, isNewer(addition, than: known.last) else {
      try Refold(transaction).run(addition.stream, key: key)
      return
    }
    var state: (any Sendable)? = known.state
    var last = known.last
    let count = known.events + addition.events.count
    for (event, position) in addition.events {
      state = fold.apply(addition.stream, state, event)
      last = event.stamp
      try Entries(transaction).put(EntryText(event, fold: fold), event: event, position: position)
    }
    guard let state, let last else { return }
    let rows = fold.rows(state)
    try ProjectedRows(transaction).replace(known.rows, by: rows, stream: key)
    try StreamStates.write(
      version: fold.version, last: last, orphans: 0, events: count, stream: key, transaction.database
    ) { fold.encode(state) }
    transaction.memory.keep(
      WriterMemory.Hot(state: state, rows: rows, last: last, orphans: 0, events: count), of: key)
  }

  private struct Known {
    var state: (any Sendable)?
    var rows: [TableRow]
    var last: Stamp?
    var orphans: Int
    var events: Int
  }

  /// Nil where the stream has events but no state of this fold's version.
  private func current(_ fold: FoldDescription, key: Int64, _ addition: Addition) throws -> Known? {
    if let hot = transaction.memory.state(of: key) {
      return Known(state: hot.state, rows: hot.rows, last: hot.last, orphans: hot.orphans, events: hot.events)
    }
    if addition.isNewStream { return Known(state: nil, rows: [], last: nil, orphans: 0, events: 0) }
    guard let stored = try StreamStates.read(key, transaction.database) else {
      // A stream that was only referred to so far has no events beside the ones just added.
      return nil
    }
    guard stored.version == fold.version else { return nil }
    var state = stored.state.flatMap(fold.decode)
    if state == nil, stored.orphans == 0 {
      // A short stream keeps no text: its state is folded from what it had before.
      let added = Set(addition.events.map(\.position))
      let before = try Refold.events(key, transaction.database).filter { !added.contains($0.position) }
      state = Refold.Result(addition.stream, before, fold: fold)?.state
    }
    guard let state else { return nil }
    return Known(
      state: state, rows: fold.rows(state), last: stored.last, orphans: stored.orphans, events: stored.events)
  }

  private func isNewer(_ addition: Addition, than last: Stamp?) -> Bool {
    var last = last
    for (event, _) in addition.events {
      if let last, event.stamp <= last { return false }
      last = event.stamp
    }
    return true
  }
}
