import EventLog
import GRDB

/// What the writer keeps between transactions, so that an append touches only what it changes. It holds as long as
/// nobody else commits; then it starts empty.
final class WriterMemory {
  struct Hot {
    var state: any Sendable
    var rows: [TableRow]
    var last: Stamp
    var orphans: Int
    var events: Int
  }

  struct Head {
    var sequence: Int64
    var hash: [UInt8]
  }

  /// What other connections have committed, as SQLite counts it; nil before the first transaction.
  private var dataVersion: Int64?
  private(set) var node = ""
  /// The greatest stamp in the file.
  var clock: Stamp?
  var head = Head(sequence: 0, hash: Chain.origin)
  private var headIsWritten = true
  private var streams: [String: Int64] = [:]
  /// A stream that was looked for and is not there: mostly the one that is written next.
  private var lastMissing: String?
  private var actors: [Actor: Int64] = [:]
  /// A storm's incidents fit in; alerts mostly come once.
  private var hot = Generations<Hot>(limit: 256)
  /// States that were folded for a look and not for an append, until their stream changes.
  private var seen = Generations<any Sendable>(limit: 64)
  /// The parts of the search index, by number: how far each is filled, nil where it is whole.
  var searchParts: [Int64: Int64?] = [:]

  private var saved: (node: String, clock: Stamp?, head: Head, headIsWritten: Bool, parts: [Int64: Int64?])?
  private var newStreams: [String] = []
  private var newActors: [Actor] = []
  private var touched: Set<Int64> = []

  /// Begins a transaction: what another process may have changed is read again.
  ///
  /// - Returns: whether that was so.
  func refresh(_ database: Database) throws -> Bool {
    let version = try database.integer("PRAGMA data_version")
    guard version != dataVersion else { return false }
    forget()
    node = try Query(database, "SELECT name FROM node WHERE is_current = 1").first { $0.text(0) } ?? ""
    clock = try Query(
      database,
      "SELECT stamp_ms, stamp_counter, stamp_node FROM head ORDER BY stamp_ms DESC, stamp_counter DESC, stamp_node DESC"
    ).first { Stamp(milliseconds: $0.integer(0), counter: $0.integer(1), node: $0.text(2)) }
    head =
      try Query(database, "SELECT sequence, hash FROM head WHERE node = ?").bind(1, node).first {
        Head(sequence: $0.integer(0), hash: $0.bytes(1))
      } ?? Head(sequence: 0, hash: Chain.origin)
    for part in try Query(database, "SELECT number, filled_to FROM search_part").all({
      ($0.integer(0), $0.optionalInteger(1))
    }) {
      searchParts[part.0] = .some(part.1)
    }
    dataVersion = version
    return true
  }

  func forget() {
    dataVersion = nil
    clock = nil
    headIsWritten = true
    streams.removeAll()
    lastMissing = nil
    actors.removeAll()
    forgetStates()
    searchParts.removeAll()
    saved = nil
  }

  func forgetStates() {
    hot.removeAll()
    seen.removeAll()
  }

  /// Goes on under a new name, whose chain begins here.
  func take(node name: String) {
    node = name
    head = Head(sequence: 0, hash: Chain.origin)
    headIsWritten = true
  }

  /// Marks the place to which `undo` returns.
  func begin() {
    saved = (node, clock, head, headIsWritten, searchParts)
    newStreams.removeAll()
    newActors.removeAll()
    touched.removeAll()
  }

  func undo() {
    if let saved { (node, clock, head, headIsWritten, searchParts) = saved }
    for name in newStreams { streams[name] = nil }
    for actor in newActors { actors[actor] = nil }
    for key in touched { hot[key] = nil }
    begin()
  }

  func advance(to stamp: Stamp, sequence: Int64, hash: [UInt8]) {
    clock = stamp
    head = Head(sequence: sequence, hash: hash)
    headIsWritten = false
  }

  /// The head moves in the transaction of its events, once for all of them.
  func writeHead(_ database: Database) throws {
    guard !headIsWritten, let clock else { return }
    try WriterMemory.writeHead(node: node, sequence: head.sequence, hash: head.hash, stamp: clock, database)
    headIsWritten = true
  }

  static func writeHead(node: String, sequence: Int64, hash: [UInt8], stamp: Stamp, _ database: Database) throws {
    try Query(
      database,
      """
      INSERT INTO head(node, sequence, hash, stamp_ms, stamp_counter, stamp_node) VALUES(?, ?, ?, ?, ?, ?)
      ON CONFLICT(node) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash,
        stamp_ms = excluded.stamp_ms, stamp_counter = excluded.stamp_counter, stamp_node = excluded.stamp_node
      """
    ).bind(1, node).bind(2, sequence).bind(3, hash).bind(4, stamp.milliseconds).bind(5, stamp.counter)
      .bind(6, stamp.node).run()
  }

  /// The number of a stream; nil where there is none of that name.
  func known(stream name: String, _ database: Database) throws -> Int64? {
    if let key = streams[name] { return key }
    if lastMissing == name { return nil }
    let key = try Query(database, "SELECT key FROM stream WHERE name = ?").bind(1, name).first { $0.integer(0) }
    guard let key else {
      lastMissing = name
      return nil
    }
    if streams.count > 50_000 { streams.removeAll() }
    streams[name] = key
    return key
  }

  /// The number of a stream, and whether the stream is new with this call.
  func stream(_ name: String, _ database: Database) throws -> (key: Int64, isNew: Bool) {
    if let key = try known(stream: name, database) { return (key, false) }
    lastMissing = nil
    let query = try Query(database, "INSERT INTO stream(name) VALUES(?)").bind(1, name)
    try query.run()
    streams[name] = query.lastRow
    newStreams.append(name)
    return (query.lastRow, true)
  }

  func actor(_ actor: Actor, _ database: Database) throws -> Int64 {
    if let key = actors[actor] { return key }
    func bind(_ query: Query) -> Query {
      query.bind(1, actor.person).bind(2, actor.login).bind(3, actor.uid.map(Int64.init)).bind(4, actor.host)
        .bind(5, actor.via).bind(6, actor.assurance.rawValue)
    }
    let known = try bind(
      Query(
        database,
        """
        SELECT key FROM actor WHERE person = ?1 AND ifnull(login, '') = ifnull(?2, '')
          AND ifnull(uid, -1) = ifnull(?3, -1) AND ifnull(host, '') = ifnull(?4, '') AND via = ?5 AND assurance = ?6
          AND login IS ?2 AND uid IS ?3 AND host IS ?4
        """)
    ).first { $0.integer(0) }
    if let known {
      actors[actor] = known
      return known
    }
    let query = bind(
      try Query(database, "INSERT INTO actor(person, login, uid, host, via, assurance) VALUES(?, ?, ?, ?, ?, ?)"))
    try query.run()
    actors[actor] = query.lastRow
    newActors.append(actor)
    return query.lastRow
  }

  func state(of stream: Int64) -> Hot? { hot[stream] }

  /// The state of a stream as it now is, where it is at hand.
  func known(_ stream: Int64) -> (any Sendable)? { hot[stream]?.state ?? seen[stream] }

  func remember(_ state: any Sendable, of stream: Int64) { seen[stream] = state }

  func keep(_ state: Hot?, of stream: Int64) {
    hot[stream] = state
    seen[stream] = nil
    touched.insert(stream)
  }
}
