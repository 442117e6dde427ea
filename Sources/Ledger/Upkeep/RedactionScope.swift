import EventLog

/// The events that a redaction covers: the original and its whole tree of corrections, whichever was named.
struct RedactionScope {
  let stream: StreamID
  let events: [Event]

  init(_ id: EventID, _ reading: Reading) throws {
    guard let named = try reading.event(id)?.event else {
      throw LedgerTrouble(.notFound, "There is no event \(id) here.")
    }
    guard named.kind != EventRedacted.kind else {
      throw LedgerTrouble(.invalid, "The event \(id) is itself the record of a redaction and holds nothing to erase.")
    }
    let all = try reading.events(stream: named.stream)
    var byID: [EventID: Event] = [:]
    for event in all { byID[event.id] = event }
    let root = RedactionScope.root(of: named, byID)
    stream = named.stream
    events = all.filter { RedactionScope.root(of: $0, byID) == root && $0.kind != EventRedacted.kind }
  }

  private static func root(of event: Event, _ byID: [EventID: Event]) -> EventID {
    var current = event
    var steps = 0
    while current.kind == EventCorrected.kind, let next = current.supersedes.flatMap({ byID[$0] }),
      steps < byID.count
    {
      current = next
      steps += 1
    }
    return current.id
  }

  /// Attachments of these events that no event with its text refers to, these apart.
  func soleAttachments(_ reading: Reading) throws -> [String] {
    let mine = Set(events.map(\.id))
    let digests = Set(events.flatMap(\.evidence).filter { $0.hasPrefix("sha256:") })
    return try digests.sorted().filter { digest in
      try Query(
        reading.database,
        """
        SELECT node, sequence FROM event
        WHERE evidence IS NOT NULL AND payload IS NOT NULL AND instr(evidence, ?)
        """
      ).bind(1, "\"\(digest)\"").all { EventID(node: $0.text(0), sequence: $0.integer(1)) }
        .allSatisfy(mine.contains)
    }
  }

  /// - Returns: the attachments that went.
  func erase(reason: String, actor: Actor, _ transaction: Transaction) throws -> [String] {
    let attachments = try soleAttachments(transaction)
    let standing = events.filter { $0.payload != nil }
    guard let first = standing.first else { return [] }
    let payloads = transaction.shape.fold(of: stream)?.payloads ?? []
    let originalKind = events.first { $0.kind != EventCorrected.kind }?.kind
    var left = standing.map { event in
      EventRedacted.Replacement(
        target: event.id,
        payload: Redaction.replacement(for: event, payloads: payloads, originalKind: originalKind))
    }
    while !left.isEmpty {
      let body = RedactionScope.fitting(&left, reason: reason)
      let draft = Draft(body, stream: stream, incident: first.incident, happenedAt: transaction.now)
      _ = try transaction.append([draft], actor: actor)
    }
    let key = try transaction.memory.stream(stream.name, transaction.database).key
    for event in standing {
      try transaction.eraseText(of: event.id, stream: key)
      try Query(transaction.database, "DELETE FROM outbox WHERE event = ?").bind(1, event.id.description).run()
    }
    for digest in attachments {
      try Query(transaction.database, "DELETE FROM attachment WHERE digest = ?").bind(1, digest).run()
    }
    try Refold(transaction).run(stream, key: key)
    return attachments
  }

  /// As many replacements as one event holds; a single one that is too long by itself becomes empty.
  private static func fitting(_ left: inout [EventRedacted.Replacement], reason: String) -> EventRedacted {
    var body = EventRedacted(replacements: [], reason: reason)
    while let next = left.first {
      var longer = body
      longer.replacements.append(next)
      guard PayloadText.encode(longer).utf8.count > Schema.payloadLimit else {
        body = longer
        left.removeFirst()
        continue
      }
      guard body.replacements.isEmpty else { break }
      left[0].payload = "{}"
      guard next.payload != "{}" else { break }
    }
    return body
  }
}
