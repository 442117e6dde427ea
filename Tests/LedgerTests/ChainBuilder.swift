import EventLog

@testable import Ledger

/// A file elsewhere, as far as a ledger sees it: events of one node with their chain.
struct ChainBuilder {
  let node: String
  private(set) var links: [ChainedEvent] = []

  init(_ node: String) { self.node = node }

  @discardableResult
  mutating func add(
    _ body: some EventPayload, _ stream: StreamID = .one, stamp: Int64, recordedAt: Int64? = nil,
    supersedes: EventID? = nil, occasion: String? = nil
  ) -> EventID {
    let id = EventID(node: node, sequence: Int64(links.count) + 1)
    let event = Event(
      id: id, stamp: Stamp(milliseconds: stamp, counter: 0, node: node), stream: stream, incident: stream,
      kind: type(of: body).kind, actor: someone, happenedAt: Instant(milliseconds: stamp),
      recordedAt: Instant(milliseconds: recordedAt ?? stamp), occasion: occasion, supersedes: supersedes,
      payload: PayloadText.encode(body))
    let salt: [UInt8] = [1, 2, 3]
    let payloadHash = Chain.payloadHash(salt: salt, payload: event.payload ?? "")
    let previous = links.last?.hash ?? Chain.origin
    links.append(
      ChainedEvent(
        event: event, salt: salt, payloadHash: payloadHash, previousHash: previous,
        hash: Chain.hash(previous: previous, event: event, payloadHash: payloadHash)))
    return id
  }

  /// The event as a file has it in which it was redacted.
  func blank(_ id: EventID) -> ChainedEvent {
    var link = links[Int(id.sequence) - 1]
    link.event.payload = nil
    link.salt = nil
    return link
  }
}
