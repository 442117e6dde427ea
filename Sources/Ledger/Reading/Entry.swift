package import EventLog

/// An event as it stands on a timeline: in its effective version, at its original's place.
package struct Entry: Hashable, Sendable {
  package var id: EventID
  /// The place in this file's order of arrival; the cursor of a search.
  package var position: Int64
  package var stream: StreamID
  package var incident: StreamID?
  package var kind: String
  package var actor: Actor
  package var stamp: Stamp
  /// As corrected, where it was.
  package var happenedAt: Instant
  package var precision: Precision
  package var zone: String?
  package var endedAt: Instant?
  package var recordedAt: Instant
  /// What sort of entry it is, in the fold's word; the event's kind where it has none.
  package var label: String
  package var text: String
  /// The correction that counts, where there is one.
  package var correctedBy: EventID?
  package var evidence: [String]
  package var drill: Bool
  package var isRetracted: Bool
  package var isRedacted: Bool

  package var assurance: Assurance { actor.assurance }
  package var cursor: Cursor { Cursor(happenedAt: happenedAt, stamp: stamp) }

  /// The place of an entry on its timeline.
  package struct Cursor: Hashable, Sendable {
    package var happenedAt: Instant
    package var stamp: Stamp

    package init(happenedAt: Instant, stamp: Stamp) {
      self.happenedAt = happenedAt
      self.stamp = stamp
    }
  }
}

extension Entry {
  static let select = """
    SELECT e.node, e.sequence, n.position, s.name, i.name, e.kind, a.person, a.login, a.uid, a.host, a.via,
      a.assurance, n.stamp_ms, n.stamp_counter, n.stamp_node, n.happened_at, n.precision, e.zone, e.ended_at,
      e.recorded_at, n.text, n.corrected_by, e.evidence, e.drill, n.retracted, n.redacted, n.label
    FROM entry AS n CROSS JOIN event AS e ON e.position = n.position LEFT JOIN stream AS s ON s.key = e.stream
      LEFT JOIN actor AS a ON a.key = e.actor LEFT JOIN stream AS i ON i.key = n.incident
    """

  init(_ row: Query) {
    id = EventID(node: row.text(0), sequence: row.integer(1))
    position = row.integer(2)
    stream = StreamID(name: row.text(3))
    incident = row.optionalText(4).map(StreamID.init(name:))
    kind = row.text(5)
    actor = Actor(
      person: row.text(6), login: row.optionalText(7), uid: row.optionalInteger(8).map(Int.init),
      host: row.optionalText(9), via: row.text(10), assurance: Assurance(rawValue: row.text(11)) ?? .asserted)
    stamp = Stamp(milliseconds: row.integer(12), counter: row.integer(13), node: row.text(14))
    happenedAt = row.instant(15)
    precision = Precision(rawValue: row.text(16)) ?? .unknown
    zone = row.optionalText(17)
    endedAt = row.optionalInstant(18)
    recordedAt = row.instant(19)
    text = row.text(20)
    correctedBy = row.optionalText(21).flatMap { EventID($0) }
    evidence = row.optionalText(22).map(EventColumns.evidence) ?? []
    drill = row.flag(23)
    isRetracted = row.flag(24)
    isRedacted = row.flag(25)
    label = row.text(26)
  }
}
