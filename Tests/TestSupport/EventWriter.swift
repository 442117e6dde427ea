package import EventLog

/// Turns drafts into events as a file does: the next id, the next stamp, the time of recording.
package struct EventWriter: Sendable {
  package let node: String
  package private(set) var sequence: Int64 = 0
  /// The last stamp given out, or seen from another file.
  package var stamp: Stamp?

  package init(node: String = "test") { self.node = node }

  package mutating func event(_ draft: Draft, by actor: Actor = .lea, recordedAt: Instant) -> Event {
    sequence += 1
    let next = Stamp.next(after: stamp, now: recordedAt, node: node)
    stamp = next
    return Event(
      id: EventID(node: node, sequence: sequence), stamp: next, stream: draft.stream, incident: draft.incident,
      kind: draft.kind, version: draft.version, actor: draft.actor ?? actor, happenedAt: draft.happenedAt,
      precision: draft.precision, zone: draft.zone, endedAt: draft.endedAt, recordedAt: recordedAt, cause: draft.cause,
      occasion: draft.occasion, supersedes: draft.supersedes, evidence: draft.evidence, drill: draft.drill,
      payload: draft.payload)
  }

  /// An event of one body on a stream, happening when it is recorded.
  package mutating func event(
    _ body: some EventPayload, on stream: StreamID, at instant: Instant, by actor: Actor = .lea,
    supersedes: EventID? = nil
  ) -> Event {
    event(
      Draft(body, stream: stream, incident: stream, happenedAt: instant, supersedes: supersedes), by: actor,
      recordedAt: instant)
  }
}
