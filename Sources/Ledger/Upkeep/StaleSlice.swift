import EventLog
import GRDB

/// A few streams that older folds left, folded anew in one command, the newest first.
struct StaleSlice {
  private let transaction: Transaction
  private let database: Database

  init(_ transaction: Transaction) {
    self.transaction = transaction
    database = transaction.database
  }

  /// Streams that are looked at in one slice.
  private static let length = 400
  /// Events that are folded in one, but for a stream that has more by itself.
  private static let events = 400

  /// - Returns: whether something may be left.
  func run() throws -> Bool {
    let below = Dictionary(
      uniqueKeysWithValues: try Query(database, "SELECT kind, below FROM stale_fold").all {
        ($0.text(0), $0.integer(1))
      })
    guard let end = below.values.max() else { return false }
    let streams = try Query(
      database,
      """
      SELECT s.key, s.name, t.fold_version, t.events FROM stream AS s LEFT JOIN stream_state AS t ON t.stream = s.key
      WHERE s.key < ? ORDER BY s.key DESC LIMIT ?
      """
    ).bind(1, end).bind(2, Int64(StaleSlice.length)).all {
      (key: $0.integer(0), stream: StreamID(name: $0.text(1)), version: $0.optionalInteger(2), events: $0.integer(3))
    }
    var work: [(key: Int64, stream: StreamID)] = []
    var weight: Int64 = 0
    var reached = streams.count < StaleSlice.length ? 0 : end
    for row in streams {
      let kind = String(row.stream.kind)
      let isStale =
        below[kind].map { row.key < $0 } ?? false
        && transaction.shape.folds[kind].map { Int64($0.version) != row.version } ?? false
      if isStale {
        guard work.isEmpty || weight + row.events <= StaleSlice.events else {
          reached = row.key + 1
          break
        }
        work.append((row.key, row.stream))
        weight += max(1, row.events)
      }
      if streams.count == StaleSlice.length { reached = row.key }
    }
    try RebuildSlice(transaction).refold(work)
    if reached == 0 {
      try Query(database, "DELETE FROM stale_fold").run()
      return false
    }
    try Query(database, "UPDATE stale_fold SET below = ?1 WHERE below > ?1").bind(1, reached).run()
    return true
  }
}

extension Reading {
  /// Kinds of streams of which some are still as an older Sitrep's fold left them.
  package final func staleKinds() throws -> [String] {
    try Query(database, "SELECT kind FROM stale_fold ORDER BY kind").all { $0.text(0) }
  }
}
