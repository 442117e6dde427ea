package import EventLog

extension Transaction {
  /// Appends a seal over everything in the file up to here, and nothing where a seal is the last thing in it.
  ///
  /// - Parameter cause: the event that asked for it, where one did.
  package func seal(_ occasion: LogSealed.Occasion, cause: EventID? = nil) throws {
    let end = try position()
    guard end > 0, try lastSeal() != end else { return }
    let heads = try headsHere().map { LogSealed.Head(event: $0.id, hash: Chain.hexadecimal($0.hash)) }
    let draft = Draft(
      LogSealed(heads: heads, occasion: occasion), stream: LogSealed.stream, happenedAt: now, cause: cause)
    _ = try append([draft], actor: Transaction.sealer)
  }

  /// Appends the seal of a day that is over and left events that no seal covers. A day is one of UTC.
  package func sealPastDays() throws {
    let unsealed = try Query(database, "SELECT recorded_at FROM event WHERE position > ? ORDER BY position LIMIT 1")
      .bind(1, try lastSeal()).first { $0.instant(0) }
    guard let unsealed, Transaction.day(of: unsealed) < Transaction.day(of: now) else { return }
    try seal(.daily)
  }

  /// The place of this file's last seal, 0 where it has none.
  private func lastSeal() throws -> Int64 {
    try Query(
      database,
      """
      SELECT position FROM event WHERE stream = (SELECT key FROM stream WHERE name = ?) AND node = ? AND kind = ?
      ORDER BY stamp_ms DESC, stamp_counter DESC, stamp_node DESC LIMIT 1
      """
    ).bind(1, LogSealed.stream.name).bind(2, memory.node).bind(3, LogSealed.kind).first { $0.integer(0) } ?? 0
  }

  /// The heads with what this transaction wrote, whose own head reaches the file at its end alone.
  private func headsHere() throws -> [Head] {
    var heads = try heads().filter { $0.id.node != memory.node }
    if memory.head.sequence > 0 {
      heads.append(Head(id: EventID(node: memory.node, sequence: memory.head.sequence), hash: memory.head.hash))
    }
    return heads.sorted { $0.id.node < $1.id.node }
  }

  private static func day(of instant: Instant) -> Int64 {
    instant.milliseconds >= 0 ? instant.milliseconds / 86_400_000 : -1
  }

  private static let sealer = Actor(person: "sitrep", via: "serve", assurance: .machine)
}
