import EventLog

/// The columns of `event` in the order in which they are read and written.
enum EventColumns {
  /// Outer joins, so that an event is read also where the row with the name of its stream or actor is gone: then its hash
  /// differs, and `verify` says so instead of passing over it.
  static let select = """
    SELECT e.position, e.node, e.sequence, e.stamp_ms, e.stamp_counter, e.stamp_node, s.name, i.name, e.kind,
      e.version, a.person, a.login, a.uid, a.host, a.via, a.assurance, e.happened_at, e.precision, e.zone,
      e.ended_at, e.recorded_at, e.cause, e.occasion, e.supersedes, e.evidence, e.drill, e.payload, e.salt,
      e.payload_hash, e.previous_hash, e.hash
    FROM event AS e LEFT JOIN stream AS s ON s.key = e.stream LEFT JOIN actor AS a ON a.key = e.actor
      LEFT JOIN stream AS i ON i.key = e.incident
    """

  static let insert = """
    INSERT INTO event(node, sequence, stamp_ms, stamp_counter, stamp_node, stream, incident, kind, version, actor,
      happened_at, precision, zone, ended_at, recorded_at, cause, occasion, supersedes, evidence, drill, payload,
      salt, payload_hash, previous_hash, hash)
    VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func stored(_ row: Query) -> StoredEvent {
    StoredEvent(
      position: row.integer(0),
      link: ChainedEvent(
        event: event(row), salt: row.isNull(27) ? nil : row.bytes(27), payloadHash: row.bytes(28),
        previousHash: row.bytes(29), hash: row.bytes(30)))
  }

  /// What cannot be read as its type was changed from outside; it becomes something whose hash differs, so that
  /// `verify` names it.
  static func event(_ row: Query) -> Event {
    Event(
      id: EventID(node: row.text(1), sequence: row.integer(2)),
      stamp: Stamp(milliseconds: row.integer(3), counter: row.integer(4), node: row.text(5)),
      stream: StreamID(name: row.text(6)), incident: row.optionalText(7).map(StreamID.init(name:)),
      kind: row.text(8), version: Int(row.integer(9)),
      actor: Actor(
        person: row.text(10), login: row.optionalText(11), uid: row.optionalInteger(12).map(Int.init),
        host: row.optionalText(13), via: row.text(14), assurance: Assurance(rawValue: row.text(15)) ?? .asserted),
      happenedAt: row.instant(16), precision: Precision(rawValue: row.text(17)) ?? .unknown,
      zone: row.optionalText(18), endedAt: row.optionalInstant(19), recordedAt: row.instant(20),
      cause: row.optionalText(21).flatMap { EventID($0) }, occasion: row.optionalText(22),
      supersedes: row.optionalText(23).flatMap { EventID($0) },
      evidence: row.optionalText(24).map(evidence) ?? [], drill: row.flag(25), payload: row.optionalText(26))
  }

  static func evidence(_ text: String) -> [String] { PayloadText.decode([String].self, from: text) ?? [] }

  static func evidenceText(_ items: [String]) -> String? { items.isEmpty ? nil : PayloadText.encode(items) }
}
