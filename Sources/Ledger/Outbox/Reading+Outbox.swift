package import EventLog

extension Reading {
  /// Letters whose time has come: of each channel those that waited longest, so that a channel with many keeps no
  /// other waiting.
  package final func dueLetters(at now: Instant, perChannel: Int) throws -> [OutboxLetter] {
    let numbers = try Query(
      database,
      """
      SELECT id FROM (
        SELECT id, next_at, row_number() OVER (PARTITION BY channel ORDER BY next_at, id) AS place
        FROM outbox WHERE state = 'waiting' AND next_at <= ?)
      WHERE place <= ? ORDER BY next_at, id
      """
    ).bind(1, now.milliseconds).bind(2, Int64(perChannel)).all { $0.integer(0) }
    return try numbers.compactMap { try letter($0) }
  }

  /// When the next letter is to be sent, of those whose time is still to come; nil where there is none.
  package final func nextLetterDue(after now: Instant) throws -> Instant? {
    try Query(database, "SELECT next_at FROM outbox WHERE state = 'waiting' AND next_at > ? ORDER BY next_at LIMIT 1")
      .bind(1, now.milliseconds).first { $0.instant(0) }
  }

  /// Letters in any of these states, the newest first.
  package final func letters(_ states: Set<OutboxState>, limit: Int) throws -> [OutboxLetter] {
    let names = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    return try Query(database, OutboxLetter.columns + " WHERE state IN (\(names)) ORDER BY id DESC LIMIT ?")
      .bind(1, Int64(limit)).all(OutboxLetter.init)
  }

  /// The letter of this number; nil where there is none.
  package final func letter(_ id: Int64) throws -> OutboxLetter? {
    try Query(database, OutboxLetter.columns + " WHERE id = ?").bind(1, id).first(OutboxLetter.init)
  }

  /// The letter of this key; nil where there is none.
  package final func letter(key: String) throws -> OutboxLetter? {
    try Query(database, OutboxLetter.columns + " WHERE key = ?").bind(1, key).first(OutboxLetter.init)
  }

  /// How many letters stand in each state.
  package final func letterCounts() throws -> [OutboxState: Int] {
    let rows = try Query(database, "SELECT state, count(*) FROM outbox GROUP BY state").all {
      (OutboxState(rawValue: $0.text(0)) ?? .unknown, Int($0.integer(1)))
    }
    return Dictionary(rows, uniquingKeysWith: +)
  }
}
