import EventLog

/// An event as a line of an export: the columns of the table under their names, hashes in hexadecimal, times in
/// milliseconds, the payload as the text that it is. See `docs/formats.md`.
struct ExportedEvent: Codable, Hashable, Sendable {
  var node: String
  var sequence: Int64
  var stampMs: Int64
  var stampCounter: Int64
  var stampNode: String
  var stream: String
  var incident: String?
  var kind: String
  var version: Int
  var actor: Actor
  var happenedAt: Int64
  var precision: Precision
  var zone: String?
  var endedAt: Int64?
  var recordedAt: Int64
  var cause: EventID?
  var occasion: String?
  var supersedes: EventID?
  var evidence: [String]
  var drill: Bool
  var payload: String?
  var salt: String?
  var payloadHash: String
  var previousHash: String
  var hash: String

  private enum CodingKeys: String, CodingKey {
    case node, sequence
    case stampMs = "stamp_ms"
    case stampCounter = "stamp_counter"
    case stampNode = "stamp_node"
    case stream, incident, kind, version, actor
    case happenedAt = "happened_at"
    case precision, zone
    case endedAt = "ended_at"
    case recordedAt = "recorded_at"
    case cause, occasion, supersedes, evidence, drill, payload, salt
    case payloadHash = "payload_hash"
    case previousHash = "previous_hash"
    case hash
  }

  var id: EventID { EventID(node: node, sequence: sequence) }

  init(_ link: ChainedEvent) {
    let event = link.event
    node = event.id.node
    sequence = event.id.sequence
    stampMs = event.stamp.milliseconds
    stampCounter = event.stamp.counter
    stampNode = event.stamp.node
    stream = event.stream.name
    incident = event.incident?.name
    kind = event.kind
    version = event.version
    actor = event.actor
    happenedAt = event.happenedAt.milliseconds
    precision = event.precision
    zone = event.zone
    endedAt = event.endedAt?.milliseconds
    recordedAt = event.recordedAt.milliseconds
    cause = event.cause
    occasion = event.occasion
    supersedes = event.supersedes
    evidence = event.evidence
    drill = event.drill
    payload = event.payload
    salt = link.salt.map(Chain.hexadecimal)
    payloadHash = Chain.hexadecimal(link.payloadHash)
    previousHash = Chain.hexadecimal(link.previousHash)
    hash = Chain.hexadecimal(link.hash)
  }

  /// Nil where a hash is no hash, or an id or a stream no such name.
  var link: ChainedEvent? {
    guard let payloadHash = Hexadecimal.bytes(payloadHash), let previousHash = Hexadecimal.bytes(previousHash),
      let hash = Hexadecimal.bytes(hash), sequence > 0, EventID("\(node)-\(sequence)") == id,
      stream.contains(":"), stampCounter >= 0, version > 0, !kind.isEmpty
    else { return nil }
    let salt = self.salt.flatMap(Hexadecimal.bytes)
    guard (salt == nil) == (payload == nil) else { return nil }
    let event = Event(
      id: id, stamp: Stamp(milliseconds: stampMs, counter: stampCounter, node: stampNode),
      stream: StreamID(name: stream), incident: incident.map(StreamID.init(name:)), kind: kind, version: version,
      actor: actor, happenedAt: Instant(milliseconds: happenedAt), precision: precision, zone: zone,
      endedAt: endedAt.map(Instant.init(milliseconds:)), recordedAt: Instant(milliseconds: recordedAt), cause: cause,
      occasion: occasion, supersedes: supersedes, evidence: evidence, drill: drill, payload: payload)
    return ChainedEvent(
      event: event, salt: salt, payloadHash: payloadHash, previousHash: previousHash, hash: hash)
  }
}
