package import EventLog

/// An event with its link in the chain: what a file hands to another.
package struct ChainedEvent: Hashable, Sendable {
  package var event: Event
  /// Random bytes before the payload in its hash; nil once the payload is redacted.
  package var salt: [UInt8]?
  package var payloadHash: [UInt8]
  /// The hash of the same node's event before; `Chain.origin` for its first.
  package var previousHash: [UInt8]
  package var hash: [UInt8]

  package init(event: Event, salt: [UInt8]?, payloadHash: [UInt8], previousHash: [UInt8], hash: [UInt8]) {
    self.event = event
    self.salt = salt
    self.payloadHash = payloadHash
    self.previousHash = previousHash
    self.hash = hash
  }

  /// Whether the hashes are those of the event as it stands here.
  var isTrue: Bool {
    if let payload = event.payload {
      guard let salt, Chain.payloadHash(salt: salt, payload: payload) == payloadHash else { return false }
    }
    return Chain.hash(previous: previousHash, event: event, payloadHash: payloadHash) == hash
  }
}

/// An event as this file keeps it.
package struct StoredEvent: Hashable, Sendable {
  /// The place in this file's order of arrival; differs between files.
  package var position: Int64
  package var link: ChainedEvent

  package var event: Event { link.event }
}
