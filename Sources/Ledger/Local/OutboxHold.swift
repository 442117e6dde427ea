package import EventLog
import GRDB

/// Why no letter leaves this store, until a person releases them.
package struct OutboxHold: Hashable, Sendable {
  package var since: Instant
  /// A whole sentence.
  package var reason: String
  /// Letters that wait.
  package var letters: Int
}

extension OutboxHold {
  static func put(_ reason: String, at now: Instant, _ database: Database) throws {
    try Query(database, "INSERT OR IGNORE INTO outbox_hold(only, since, reason) VALUES(1, ?, ?)")
      .bind(1, now.milliseconds).bind(2, reason).run()
    try Query(database, "UPDATE outbox SET state = 'held' WHERE state = 'waiting'").run()
    // An attempt that was on its way when the copy was made ended elsewhere, nobody here knows how.
    try Query(
      database,
      """
      UPDATE outbox SET state = 'unknown', finished_at = ?, doubts = doubts + 1,
        reason = 'It was being sent when this copy of the store was made, and may have arrived.'
      WHERE state = 'claimed'
      """
    ).bind(1, now.milliseconds).run()
  }
}

extension Reading {
  /// Whoever delivers asks this first; nil where letters may leave.
  package final func outboxHold() throws -> OutboxHold? {
    let letters = try lettersWaiting()
    return try Query(database, "SELECT since, reason FROM outbox_hold").first {
      OutboxHold(since: $0.instant(0), reason: $0.text(1), letters: letters)
    }
  }

  final func lettersWaiting() throws -> Int {
    try Int(database.integer("SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed', 'held')"))
  }
}

extension Transaction {
  /// Holds every letter, those that are still to be written included. A hold that stands already stays as it is.
  package func holdOutbox(_ reason: String) throws { try OutboxHold.put(reason, at: now, database) }

  /// Lets letters leave again.
  ///
  /// - Returns: how many waited; nil where nothing was held.
  package func releaseOutbox(actor: Actor) throws -> Int? {
    guard let hold = try outboxHold() else { return nil }
    try Query(database, "DELETE FROM outbox_hold").run()
    try Query(database, "UPDATE outbox SET state = 'waiting' WHERE state = 'held'").run()
    let draft = Draft(
      OutboxReleased(letters: hold.letters), stream: StreamID("log", "outbox"), happenedAt: now)
    _ = try append([draft], actor: actor)
    return hold.letters
  }
}

/// A person let the letters of a restored or copied store leave.
package struct OutboxReleased: EventPayload {
  package static let kind = "outbox.released"

  package var letters: Int

  package init(letters: Int) { self.letters = letters }
}
