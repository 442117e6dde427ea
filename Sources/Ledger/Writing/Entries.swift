import EventLog
import GRDB

/// The rows of the timeline and of the search index.
struct Entries {
  private static let insert = "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
  private static let replace = "INSERT OR REPLACE INTO entry VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

  private let transaction: Transaction
  private let database: Database

  init(_ transaction: Transaction) {
    self.transaction = transaction
    database = transaction.database
  }

  /// Writes the entry of an event that has none yet.
  func put(_ entry: EntryText, event: Event, position: Int64) throws {
    guard let text = entry.text else { return }
    try write(entry, text: text, position: position, isNew: true)
    if !entry.isRetracted { try SearchIndex(transaction).add(text, position: position) }
  }

  /// Brings an entry and its words in the search index to what they now are; what is so already is left alone.
  func renew(_ entry: EntryText, position: Int64) throws {
    let old = try standing(at: position)
    guard old != entry, old != nil || entry.text != nil else { return }
    if let text = entry.text {
      try write(entry, text: text, position: position, isNew: old == nil)
    } else {
      try Query(database, "DELETE FROM entry WHERE position = ?").bind(1, position).run()
    }
    let before = old.flatMap { $0.isRetracted ? nil : $0.text }
    let after = entry.isRetracted ? nil : entry.text
    guard before != after else { return }
    if let before { try SearchIndex(transaction).remove(before, position: position) }
    if let after { try SearchIndex(transaction).add(after, position: position) }
  }

  private func standing(at position: Int64) throws -> EntryText? {
    try Query(
      database,
      """
      SELECT i.name, n.stamp_ms, n.stamp_counter, n.stamp_node, n.happened_at, n.precision, n.label, n.text,
        n.corrected_by, n.retracted, n.redacted
      FROM entry AS n LEFT JOIN stream AS i ON i.key = n.incident WHERE n.position = ?
      """
    ).bind(1, position).first(EntryText.init)
  }

  /// A row that is new is inserted as such: where SQLite may have to replace one, it keeps a copy of each page that the
  /// statement touches, which costs more than the row.
  private func write(_ entry: EntryText, text: String, position: Int64, isNew: Bool) throws {
    let incident = try entry.incident.map { try transaction.memory.stream($0.name, database).key }
    let sql = isNew ? Entries.insert : Entries.replace
    let stamp = entry.stamp
    try Query(database, sql).bind(1, position).bind(2, incident)
      .bind(3, stamp.milliseconds).bind(4, stamp.counter).bind(5, stamp.node)
      .bind(6, entry.happenedAt.milliseconds).bind(7, entry.precision.rawValue)
      .bind(8, entry.label).bind(9, text).bind(10, entry.correctedBy?.description)
      .bind(11, entry.isRetracted ? 1 : 0 as Int64).bind(12, entry.isRedacted ? 1 : 0 as Int64).run()
  }
}
