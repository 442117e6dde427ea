package import EventLog
import GRDB

/// The inside of a read: one snapshot of the store, for as long as the body runs. It ends with the body it was
/// handed to; no wait on a person, a terminal or a network belongs inside.
package class Reading {
  let database: Database
  let shape: Shape
  let path: String

  init(_ database: Database, shape: Shape, path: String) {
    self.database = database
    self.shape = shape
    self.path = path
  }

  /// The place of the last event in this file's order of arrival; 0 in an empty store.
  package final func position() throws -> Int64 {
    try Query(database, "SELECT max(position) FROM event").first { $0.integer(0) } ?? 0
  }

  /// The state of a stream; nil where there is no such stream.
  package final func state<Fold: Folding>(_ fold: Fold.Type, _ stream: StreamID) throws -> Fold.State? {
    guard let transaction = self as? Transaction else { return try storedState(fold, stream) }
    guard let key = try transaction.memory.known(stream: stream.name, database) else { return nil }
    if let known = transaction.memory.known(key) as? Fold.State { return known }
    let state = try storedState(fold, stream)
    if let state { transaction.memory.remember(state, of: key) }
    return state
  }

  /// How far a stream has come; nil where there is none, or where its state is still to be made.
  package final func progress(of stream: StreamID) throws -> StreamProgress? {
    try Query(
      database,
      """
      SELECT events, stamp_ms, stamp_counter, stamp_node FROM stream_state
        WHERE stream = (SELECT key FROM stream WHERE name = ?)
      """
    ).bind(1, stream.name).first {
      StreamProgress(
        events: Int($0.integer(0)),
        last: Stamp(milliseconds: $0.integer(1), counter: $0.integer(2), node: $0.text(3)))
    }
  }

  private func storedState<Fold: Folding>(_ fold: Fold.Type, _ stream: StreamID) throws -> Fold.State? {
    guard let stored = try StreamStates.read(stream, database) else { return nil }
    if stored.version == Fold.version, let text = stored.state,
      let state = PayloadText.decode(Fold.State.self, from: text)
    {
      return state
    }
    return Fold.state(of: stream, from: try events(stream: stream))
  }

  /// Whether a due event of this occasion stands in the log.
  package final func occasionExists(_ occasion: String) throws -> Bool {
    try Query(database, "SELECT 1 FROM event WHERE occasion = ?").bind(1, occasion).first { _ in true } ?? false
  }

  /// The event of this id; nil where it is not here.
  package final func event(_ id: EventID) throws -> StoredEvent? {
    try Query(database, EventColumns.select + " WHERE e.node = ? AND e.sequence = ?")
      .bind(1, id.node).bind(2, id.sequence).first(EventColumns.stored)
  }

  /// Whoever acted in this store, by the names and logins that were recorded; machines are left out.
  package final func people() throws -> [(person: String, login: String?)] {
    try Query(database, "SELECT DISTINCT person, login FROM actor WHERE assurance <> 'machine' ORDER BY person, login")
      .all { (person: $0.text(0), login: $0.text(1)) }
  }

  /// The hash of the event of this id; nil where it is not here.
  package final func hash(of id: EventID) throws -> [UInt8]? {
    try Query(database, "SELECT hash FROM event WHERE node = ? AND sequence = ?").bind(1, id.node)
      .bind(2, id.sequence).first { $0.bytes(0) }
  }

  /// All events of a stream in the order of their stamps, as stored: corrections are applied by
  /// `EffectiveEvent.resolve`. Empty where there is no such stream.
  package final func events(stream: StreamID) throws -> [Event] {
    try Query(
      database,
      EventColumns.select
        + " WHERE e.stream = (SELECT key FROM stream WHERE name = ?)"
        + " ORDER BY e.stamp_ms, e.stamp_counter, e.stamp_node"
    ).bind(1, stream.name).all(EventColumns.event)
  }

  /// The events of a stream whose stamps are not older than an instant, in the order of their stamps. An event of this
  /// file never bears a stamp older than when it was recorded.
  package final func events(stream: StreamID, since: Instant) throws -> [Event] {
    try Query(
      database,
      EventColumns.select
        + " WHERE e.stream = (SELECT key FROM stream WHERE name = ?) AND e.stamp_ms >= ?"
        + " ORDER BY e.stamp_ms, e.stamp_counter, e.stamp_node"
    ).bind(1, stream.name).bind(2, since.milliseconds).all(EventColumns.event)
  }

  /// The events of a stream that were recorded up to an instant, in the order of their stamps. What was redacted since
  /// stays so.
  package final func events(stream: StreamID, asKnownAt known: Instant) throws -> [Event] {
    try events(stream: stream).filter { $0.recordedAt <= known || $0.kind == EventRedacted.kind }
  }

  /// Events in this file's order of arrival.
  package final func events(after position: Int64, limit: Int) throws -> [StoredEvent] {
    try Query(database, EventColumns.select + " WHERE e.position > ? ORDER BY e.position LIMIT ?")
      .bind(1, position).bind(2, Int64(limit)).all(EventColumns.stored)
  }

  /// The bytes kept under a digest ("sha256:…") with their media type; nil where there are none.
  package final func attachment(_ digest: String) throws -> (mediaType: String, bytes: [UInt8])? {
    try Query(database, "SELECT media_type, bytes FROM attachment WHERE digest = ?").bind(1, digest)
      .first { ($0.text(0), $0.bytes(1)) }
  }

  /// The greatest stamp in the file; nil in an empty store. It counts on where a wall clock was set back.
  package final func lastStamp() throws -> Stamp? {
    try Query(
      database,
      "SELECT stamp_ms, stamp_counter, stamp_node FROM head ORDER BY stamp_ms DESC, stamp_counter DESC, stamp_node DESC"
    ).first { Stamp(milliseconds: $0.integer(0), counter: $0.integer(1), node: $0.text(2)) }
  }

  /// Whether the log holds events of more than one node, so that a number may have two bearers.
  package final func hasSeveralNodes() throws -> Bool {
    try Query(database, "SELECT count(*) FROM head").first { $0.integer(0) > 1 } ?? false
  }

  /// Every name that this file, or the one it was copied from, has written under.
  package final func ownNodes() throws -> Set<String> {
    Set(try Query(database, "SELECT name FROM node").all { $0.text(0) })
  }

  /// The last event of each node with its hash, by node.
  package final func heads() throws -> [Head] {
    try Query(database, "SELECT node, sequence, hash FROM head ORDER BY node").all { row in
      Head(id: EventID(node: row.text(0), sequence: row.integer(1)), hash: row.bytes(2))
    }
  }
}
