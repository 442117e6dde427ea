/// An event that a room has decided on, before the ledger gives it its id, stamp, record time and link in the chain.
package struct Draft: Hashable, Sendable {
  package var stream: StreamID
  package var incident: StreamID?
  package var kind: String
  package var version: Int
  package var happenedAt: Instant
  package var precision: Precision
  package var zone: String?
  package var endedAt: Instant?
  package var cause: EventID?
  package var occasion: String?
  package var supersedes: EventID?
  package var evidence: [String]
  package var drill: Bool
  package var payload: String { didSet { known = KnownBody() } }
  /// The payload in its type.
  package private(set) var known = KnownBody()
  /// Who did it, where that is not the actor of the whole command (what a machine concludes from a person's act).
  package var actor: Actor?

  package init<Body: EventPayload>(
    _ body: Body, stream: StreamID, incident: StreamID? = nil, happenedAt: Instant, precision: Precision = .exact,
    zone: String? = nil, endedAt: Instant? = nil, cause: EventID? = nil, occasion: String? = nil,
    supersedes: EventID? = nil, evidence: [String] = [], drill: Bool = false, actor: Actor? = nil
  ) {
    self.stream = stream
    self.incident = incident
    kind = Body.kind
    version = Body.version
    self.happenedAt = happenedAt
    self.precision = precision
    self.zone = zone
    self.endedAt = endedAt
    self.cause = cause
    self.occasion = occasion
    self.supersedes = supersedes
    self.evidence = evidence
    self.drill = drill
    payload = body.payloadText
    known = KnownBody(body)
    self.actor = actor
  }
}
