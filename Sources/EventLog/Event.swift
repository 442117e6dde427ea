/// Something that happened, as it stands in the log for good.
///
/// `happenedAt` is when it was so in the world, `recordedAt` when this file learned of it; order is by `stamp` alone.
/// See `docs/formats.md` for the columns and the hash.
package struct Event: Hashable, Sendable {
  package var id: EventID
  package var stamp: Stamp
  package var stream: StreamID
  /// The incident on whose timeline it stands, if on any.
  package var incident: StreamID?
  /// "incident.declared", "timeline.noted", "step.finished" …
  package var kind: String
  /// Rises only when an older reader would be wrong.
  package var version: Int
  package var actor: Actor
  package var happenedAt: Instant
  package var precision: Precision
  /// The zone the time was given in, as given; nil for UTC.
  package var zone: String?
  /// Where the event is an interval, its end.
  package var endedAt: Instant?
  package var recordedAt: Instant
  /// The event that made this one due or possible.
  package var cause: EventID?
  /// What makes a due event unique: "stream|kind|due_at".
  package var occasion: String?
  /// The event of the same stream that this one corrects.
  package var supersedes: EventID?
  /// Attachment digests ("sha256:…") or URLs.
  package var evidence: [String]
  package var drill: Bool
  /// JSON text as stored, never encoded again; nil once it has been redacted.
  package var payload: String? { didSet { known = KnownBody() } }
  /// The payload in its type where it was written or read so already.
  package var known = KnownBody()

  package init(
    id: EventID, stamp: Stamp, stream: StreamID, incident: StreamID? = nil, kind: String, version: Int = 1,
    actor: Actor, happenedAt: Instant, precision: Precision = .exact, zone: String? = nil, endedAt: Instant? = nil,
    recordedAt: Instant, cause: EventID? = nil, occasion: String? = nil, supersedes: EventID? = nil,
    evidence: [String] = [], drill: Bool = false, payload: String?
  ) {
    self.id = id
    self.stamp = stamp
    self.stream = stream
    self.incident = incident
    self.kind = kind
    self.version = version
    self.actor = actor
    self.happenedAt = happenedAt
    self.precision = precision
    self.zone = zone
    self.endedAt = endedAt
    self.recordedAt = recordedAt
    self.cause = cause
    self.occasion = occasion
    self.supersedes = supersedes
    self.evidence = evidence
    self.drill = drill
    self.payload = payload
  }

  /// The payload as its type; nil where it is redacted, of another shape, or not JSON: the fold then leaves the
  /// state alone and shows the event as text.
  package func decoded<Body: EventPayload>(_ type: Body.Type) -> Body? {
    guard kind == Body.kind, let payload else { return nil }
    if let body = known.value as? Body { return body }
    return PayloadText.decode(type, from: payload)
  }

  /// Decodes the payload for good, where its type is known.
  package mutating func read(as type: any EventPayload.Type) {
    func body<Body: EventPayload>(_ type: Body.Type) -> (any EventPayload)? { decoded(type) }
    known = KnownBody(body(type))
  }
}
