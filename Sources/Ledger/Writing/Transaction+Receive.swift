import EventLog

extension Transaction {
  /// Takes events of other files, with their ids, stamps and hashes, in any order and however often.
  ///
  /// - Returns: how many of them were new here.
  /// - Throws: `LedgerTrouble.damaged` where an event is not what its hash says, does not fit its neighbours in its
  ///   node's chain, or differs from the event of that id here. Nothing of the call is then kept.
  package func receive(_ events: [ChainedEvent]) throws -> Int {
    try whole {
      var projector = Projector(self)
      var taken = 0
      var received: [String: [Int64]] = [:]
      for link in events {
        guard link.isTrue else {
          throw LedgerTrouble(.damaged, "The event \(link.event.id) is not what its hash says; it was not taken.")
        }
        let neighbours = try self.neighbours(of: link.event.id)
        received[link.event.id.node, default: []].append(link.event.id.sequence)
        if let known = neighbours.same {
          guard known == link.hash else {
            throw LedgerTrouble(.damaged, "There are two different events \(link.event.id); the one here was kept.")
          }
          continue
        }
        let follows = link.event.id.sequence == 1 ? Chain.origin : neighbours.before
        guard follows == nil || follows == link.previousHash, neighbours.after.map({ $0 == link.hash }) ?? true else {
          throw LedgerTrouble(
            .damaged, "The event \(link.event.id) does not follow the event before it; it was not taken.")
        }
        // Only a file that was set back does not know what it wrote; it goes on under another name, for its old one
        // has another history.
        if link.event.id.node == memory.node, link.event.id.sequence > memory.head.sequence {
          try NodeChange(self).take()
        }
        try take(link, &projector)
        taken += 1
      }
      for (node, sequences) in received where node != memory.node {
        try ReceivedRanges(database).add(sequences, of: node)
      }
      try projector.finish()
      return taken
    }
  }

  private func take(_ link: ChainedEvent, _ projector: inout Projector) throws {
    var link = link
    let event = link.event
    // What is redacted here stays so, even where it comes from a file that does not know of it yet.
    if event.payload != nil, try isRedacted(event.id, stream: event.stream) {
      link.event.payload = nil
      link.salt = nil
    }
    let place = try insert(link)
    projector.add(link.event, position: place.position, stream: place.stream, isNewStream: place.isNewStream)
    for replacement in event.decoded(EventRedacted.self)?.replacements ?? [] {
      try eraseText(of: replacement.target, stream: place.stream)
    }
    if memory.clock.map({ $0 < event.stamp }) ?? true { memory.clock = event.stamp }
    let head = try Query(database, "SELECT sequence FROM head WHERE node = ?").bind(1, event.id.node)
      .first { $0.integer(0) }
    guard event.id.node != memory.node, head.map({ $0 < event.id.sequence }) ?? true else { return }
    try WriterMemory.writeHead(
      node: event.id.node, sequence: event.id.sequence, hash: link.hash, stamp: event.stamp, database)
  }

  /// The payload and salt go; the hash of the payload stays, so that the chain still holds.
  func eraseText(of id: EventID, stream: Int64) throws {
    try Query(
      database, "UPDATE event SET payload = NULL, salt = NULL WHERE node = ? AND sequence = ? AND stream = ?"
    ).bind(1, id.node).bind(2, id.sequence).bind(3, stream).run()
  }

  private func isRedacted(_ id: EventID, stream: StreamID) throws -> Bool {
    try Query(
      database,
      """
      SELECT 1 FROM stream AS s CROSS JOIN event AS r ON r.stream = s.key, json_each(r.payload, '$.replacements') AS entry
      WHERE s.name = ? AND r.kind = 'event.redacted' AND json_extract(entry.value, '$.target') = ?
      """
    ).bind(1, stream.name).bind(2, id.description).first { _ in true } ?? false
  }

  /// The hash of the event of this id, the hash of the one before, and what the one after says it follows.
  private func neighbours(of id: EventID) throws -> (same: [UInt8]?, before: [UInt8]?, after: [UInt8]?) {
    var found: (same: [UInt8]?, before: [UInt8]?, after: [UInt8]?) = (nil, nil, nil)
    let query = try Query(
      database, "SELECT sequence, hash, previous_hash FROM event WHERE node = ? AND sequence BETWEEN ? AND ?"
    ).bind(1, id.node).bind(2, id.sequence - 1).bind(3, id.sequence + 1)
    while try query.step() {
      switch query.integer(0) {
      case id.sequence: found.same = query.bytes(1)
      case id.sequence - 1: found.before = query.bytes(1)
      default: found.after = query.bytes(2)
      }
    }
    return found
  }
}
