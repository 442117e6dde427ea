import EventLog

/// Goes through the log by node and sequence, a snapshot at a time, so that a long check holds nobody up.
struct ChainCheck {
  private(set) var report = VerifyReport()
  private var last: (id: EventID, hash: [UInt8], position: Int64)?
  private var isLastTrue = true
  /// Events whose text may be gone.
  private var redacted: Set<EventID> = []
  /// Nodes that wrote in this very file, whose events therefore stand in the order of their sequences.
  private var own: Set<String> = []
  /// What was ever taken in of other nodes' chains, by node.
  private var received: [String: [ClosedRange<Int64>]] = [:]

  /// Set where positions of the node at hand do not rise with its sequences.
  private var isDisordered = false

  private static let length: Int64 = 2_000
  private static let longestReport = 100

  var place: String { last.map { "event \($0.id)" } ?? "its beginning" }

  mutating func note(_ kind: VerifyReport.Damage.Kind, _ event: EventID?, _ sentence: String) {
    guard report.damage.count < ChainCheck.longestReport else { return }
    report.damage.append(VerifyReport.Damage(kind: kind, event: event, sentence: sentence))
  }

  mutating func prepare(_ reading: Reading) throws {
    own = try reading.ownNodes()
    received = try ReceivedRanges(reading.database).all()
    let redactions = try Query(
      reading.database, EventColumns.select + " WHERE e.kind = 'event.redacted'"
    ).all(EventColumns.event)
    for event in redactions {
      redacted.formUnion(event.decoded(EventRedacted.self)?.replacements.map(\.target) ?? [])
    }
  }

  /// - Returns: false at the end, where the heads and attachments were compared in the same snapshot.
  mutating func readSome(_ reading: Reading) throws -> Bool {
    let events = try Query(
      reading.database,
      EventColumns.select + " WHERE (e.node, e.sequence) > (?, ?) ORDER BY e.node, e.sequence LIMIT ?"
    ).bind(1, last?.id.node ?? "").bind(2, last?.id.sequence ?? 0).bind(3, ChainCheck.length)
      .all(EventColumns.stored)
    for event in events { try check(event, reading) }
    guard events.isEmpty else { return true }
    try finishNode(before: nil, reading)
    for head in try reading.heads() {
      report.heads.append(head)
      let isEmpty =
        try Query(reading.database, "SELECT 1 FROM event WHERE node = ?").bind(1, head.id.node)
        .first { _ in true } == nil
      if isEmpty { noteCut(after: 0, head: head) }
    }
    try checkAttachments(reading)
    try checkSeals(reading)
    return false
  }

  private mutating func check(_ stored: StoredEvent, _ reading: Reading) throws {
    let link = stored.link
    let id = link.event.id
    report.events += 1
    if last?.id.node != id.node {
      try finishNode(before: id.node, reading)
      last = nil
      isLastTrue = true
    }
    let expected = (last?.id.sequence ?? 0) + 1
    if id.sequence > expected { noteMissing(expected...id.sequence - 1, of: id.node) }
    // After a gap or a faulty event a broken link is that one's, not this one's.
    let isComparable = id.sequence == expected && isLastTrue
    let follows = id.sequence == 1 ? Chain.origin : (isComparable ? last?.hash : nil)
    let isLinked = follows == nil || follows == link.previousHash
    if stored.position < last?.position ?? 0 { isDisordered = true }
    let isTrue = link.isTrue
    isLastTrue = isTrue
    if !isTrue || !isLinked {
      try nameFault(of: link, isLinked: isLinked, reading)
    }
    if link.event.payload == nil {
      if redacted.contains(id) {
        report.redactions += 1
      } else {
        note(.textMissing, id, "The text of event \(id) is gone, and no redaction says so.")
      }
    }
    last = (id, link.hash, stored.position)
  }

  /// What is missing of a chain that was written here, or was here once, was removed; the rest never came.
  private mutating func noteMissing(_ range: ClosedRange<Int64>, of node: String) {
    guard !own.contains(node) else { return noteRemoved(range, of: node) }
    var rest = range.lowerBound
    for known in received[node] ?? [] where known.overlaps(range) && rest <= range.upperBound {
      let lost = known.clamped(to: range)
      if lost.lowerBound > rest { report.gaps.append(.init(node: node, range: rest...lost.lowerBound - 1)) }
      noteRemoved(lost, of: node)
      rest = lost.upperBound + 1
    }
    if rest <= range.upperBound { report.gaps.append(.init(node: node, range: rest...range.upperBound)) }
  }

  private mutating func noteRemoved(_ range: ClosedRange<Int64>, of node: String) {
    for missing in range.prefix(ChainCheck.longestReport) {
      let lost = EventID(node: node, sequence: missing)
      note(.removed, lost, "Event \(lost) is missing: it was removed.")
    }
  }

  /// Every seal names hashes that the events then had.
  private mutating func checkSeals(_ reading: Reading) throws {
    for seal in try reading.events(stream: LogSealed.stream) {
      for head in seal.decoded(LogSealed.self)?.heads ?? [] {
        guard let hash = try reading.hash(of: head.event) else { continue }
        report.sealed += 1
        guard Chain.hexadecimal(hash) != head.hash else { continue }
        note(.sealed, head.event, "Event \(head.event) is not the one that the seal \(seal.id) was made over.")
      }
    }
  }

  /// An event whose hash fits what it follows, but elsewhere in the chain, was moved; any other was changed. After a
  /// removed event the link is broken by that alone.
  private mutating func nameFault(of link: ChainedEvent, isLinked: Bool, _ reading: Reading) throws {
    let id = link.event.id
    if !link.isTrue, let lost = try lostName(of: id, reading) {
      note(.unnamed, id, "The store has lost \(lost) of event \(id).")
    } else if !link.isTrue, try isMoved(link, reading) {
      note(.reordered, id, "Event \(id) stands at another event's place.")
    } else if !link.isTrue {
      note(.changed, id, "Event \(id) was changed: it is not what its hash says.")
    } else if let last {
      note(.changed, id, "Event \(id) does not follow event \(last.id): one of them was replaced.")
    } else {
      note(.changed, id, "Event \(id) does not begin its chain: what came before it was replaced.")
    }
  }

  /// The name that an event points to and that is gone: its stream, its incident or its actor.
  private func lostName(of id: EventID, _ reading: Reading) throws -> String? {
    try Query(
      reading.database,
      """
      SELECT CASE
        WHEN NOT EXISTS (SELECT 1 FROM stream WHERE key = e.stream) THEN 'the stream'
        WHEN NOT EXISTS (SELECT 1 FROM actor WHERE key = e.actor) THEN 'the actor'
        WHEN e.incident IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stream WHERE key = e.incident) THEN 'the incident'
      END FROM event AS e WHERE e.node = ? AND e.sequence = ?
      """
    ).bind(1, id.node).bind(2, id.sequence).first { $0.optionalText(0) } ?? nil
  }

  /// Whether the event is true under another number: the one after the event that it says it follows.
  private func isMoved(_ link: ChainedEvent, _ reading: Reading) throws -> Bool {
    let id = link.event.id
    var numbers: Set<Int64> = []
    if link.previousHash == Chain.origin { numbers.insert(1) }
    // What it says it follows may have been moved as well, so the numbers around are tried too.
    let near = try Query(
      reading.database,
      "SELECT sequence FROM event WHERE node = ?1 AND (hash = ?2 OR previous_hash = ?3)"
    ).bind(1, id.node).bind(2, link.previousHash).bind(3, link.hash).all { $0.integer(0) }
    for number in near { numbers.formUnion([number - 1, number, number + 1]) }
    for number in numbers where number != id.sequence && number > 0 {
      var moved = link
      moved.event.id.sequence = number
      if moved.isTrue { return true }
    }
    return false
  }

  private mutating func finishNode(before next: String?, _ reading: Reading) throws {
    guard let last, last.id.node != next else { return }
    if isDisordered, own.contains(last.id.node) { try nameDisorder(of: last.id.node, reading) }
    isDisordered = false
    guard let head = try reading.heads().first(where: { $0.id.node == last.id.node }) else {
      return note(.head, last.id, "The chain of \(last.id.node) has lost its head; it ends with event \(last.id).")
    }
    if head.id.sequence > last.id.sequence {
      noteCut(after: last.id.sequence, head: head)
    } else if head.id.sequence < last.id.sequence || head.hash != last.hash {
      note(.head, last.id, "The head of the chain says \(head.id), but it ends with another event \(last.id).")
    }
  }

  /// Events of a node that wrote here stand in the order in which it numbered them; those that do not were moved.
  private mutating func nameDisorder(of node: String, _ reading: Reading) throws {
    let rows = try Query(reading.database, "SELECT sequence, position FROM event WHERE node = ? ORDER BY sequence")
      .bind(1, node).all { ($0.integer(0), $0.integer(1)) }
    let named = Set(report.damage.compactMap(\.event))
    for (row, place) in zip(rows, rows.map(\.1).sorted()) where row.1 != place {
      let id = EventID(node: node, sequence: row.0)
      guard !named.contains(id) else { continue }
      note(.reordered, id, "Event \(id) stands at another event's place.")
    }
  }

  private mutating func noteCut(after sequence: Int64, head: Head) {
    for missing in ((sequence + 1)...head.id.sequence).prefix(ChainCheck.longestReport) {
      let lost = EventID(node: head.id.node, sequence: missing)
      note(.cutOff, lost, "Event \(lost) is missing: the chain ends before its head \(head.id).")
    }
  }

  private mutating func checkAttachments(_ reading: Reading) throws {
    let query = try Query(reading.database, "SELECT digest, bytes FROM attachment ORDER BY digest")
    defer { query.finish() }
    while try query.step() {
      report.attachments += 1
      let digest = query.text(0)
      guard "sha256:" + Chain.digest(of: query.bytes(1)) != digest else { continue }
      note(.attachment, nil, "The attachment \(digest) was changed.")
    }
    let needed = try Query(
      reading.database,
      """
      SELECT e.node, e.sequence, item.value FROM event AS e, json_each(e.evidence) AS item
      WHERE e.evidence IS NOT NULL AND e.payload IS NOT NULL AND item.value LIKE 'sha256:%'
        AND NOT EXISTS (SELECT 1 FROM attachment WHERE digest = item.value)
      """
    ).all { (EventID(node: $0.text(0), sequence: $0.integer(1)), $0.text(2)) }
    for (id, digest) in needed {
      note(.attachment, id, "The attachment \(digest) of event \(id) is missing.")
    }
  }
}
