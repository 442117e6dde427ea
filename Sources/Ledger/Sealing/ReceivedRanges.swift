import EventLog
import GRDB

/// Which numbers of other nodes' chains were ever taken in, as few ranges as can be.
struct ReceivedRanges {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func add(_ sequences: [Int64], of node: String) throws {
    for run in ReceivedRanges.runs(sequences) { try add(run, of: node) }
  }

  private func add(_ run: ClosedRange<Int64>, of node: String) throws {
    let touching = try Query(
      database, "SELECT first, last FROM received WHERE node = ? AND first <= ? AND last >= ?"
    ).bind(1, node).bind(2, run.upperBound + 1).bind(3, run.lowerBound - 1).all { ($0.integer(0), $0.integer(1)) }
    if touching.count == 1, touching[0].0 <= run.lowerBound, touching[0].1 >= run.upperBound { return }
    for (first, _) in touching {
      try Query(database, "DELETE FROM received WHERE node = ? AND first = ?").bind(1, node).bind(2, first).run()
    }
    try Query(database, "INSERT INTO received(node, first, last) VALUES(?, ?, ?)").bind(1, node)
      .bind(2, min(run.lowerBound, touching.map(\.0).min() ?? run.lowerBound))
      .bind(3, max(run.upperBound, touching.map(\.1).max() ?? run.upperBound)).run()
  }

  /// By node, in order.
  func all() throws -> [String: [ClosedRange<Int64>]] {
    var ranges: [String: [ClosedRange<Int64>]] = [:]
    for row in try Query(database, "SELECT node, first, last FROM received ORDER BY node, first").all({
      ($0.text(0), $0.integer(1)...$0.integer(2))
    }) {
      ranges[row.0, default: []].append(row.1)
    }
    return ranges
  }

  /// Numbers as ranges without holes.
  static func runs(_ sequences: [Int64]) -> [ClosedRange<Int64>] { joined(sequences.map { $0...$0 }) }

  /// The same ranges in order, those that touch as one.
  static func joined(_ ranges: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
    var joined: [ClosedRange<Int64>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
