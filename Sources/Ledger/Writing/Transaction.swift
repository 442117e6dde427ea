package import EventLog
import GRDB

/// The inside of a write: everything that can be read, and appending. It ends with the body it was handed to.
package final class Transaction: Reading {
  let memory: WriterMemory
  let random: @Sendable (Int) -> [UInt8]
  /// The wall clock at the start of the command; every event of the command is recorded at it.
  package let now: Instant
  /// Events this command has written.
  private(set) var appended = 0
  /// It wrote what others see at once, though it is no event.
  var isNews = false
  /// What went wrong inside, so that a body that goes on regardless cannot leave a half behind.
  private(set) var trouble: (any Error)?

  init(
    _ database: Database, shape: Shape, memory: WriterMemory, path: String, now: Instant,
    random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.memory = memory
    self.random = random
    self.now = now
    super.init(database, shape: shape, path: path)
  }

  /// The same without appending, for what only reads.
  package var reading: Reading { self }

  /// The node that this file writes as.
  package var node: String { memory.node }

  /// Appends events in the order given, with their projections; they become visible to others together with
  /// everything else of the command, after its commit.
  ///
  /// - Returns: the events with id, stamp and record time.
  /// - Throws: `LedgerTrouble`: `.tooLarge` for a payload beyond 64 KiB, `.occasionTaken`, `.invalid` for a correction
  ///   of what is not in its stream. The whole command then fails.
  package func append(_ drafts: [Draft], actor: Actor) throws -> [Event] {
    try append(drafts, actor: actor, recordedAt: now)
  }

  /// The same with a record time of the caller's: for test and benchmark data of a past that never was.
  package func append(_ drafts: [Draft], actor: Actor, recordedAt: Instant) throws -> [Event] {
    try whole {
      var written: [(event: Event, position: Int64)] = []
      written.reserveCapacity(drafts.count)
      var projector = Projector(self)
      for draft in drafts {
        var event = Event(
          id: EventID(node: memory.node, sequence: memory.head.sequence + 1),
          stamp: Stamp.next(after: memory.clock, now: recordedAt, node: memory.node), stream: draft.stream,
          incident: draft.incident, kind: draft.kind, version: draft.version, actor: draft.actor ?? actor,
          happenedAt: draft.happenedAt, precision: draft.precision, zone: draft.zone, endedAt: draft.endedAt,
          recordedAt: recordedAt, cause: draft.cause, occasion: draft.occasion, supersedes: draft.supersedes,
          evidence: draft.evidence, drill: draft.drill, payload: draft.payload)
        event.known = draft.known
        try check(event)
        let salt = random(16)
        let payloadHash = Chain.payloadHash(salt: salt, payload: draft.payload)
        let hash = Chain.hash(previous: memory.head.hash, event: event, payloadHash: payloadHash)
        let link = ChainedEvent(
          event: event, salt: salt, payloadHash: payloadHash, previousHash: memory.head.hash, hash: hash)
        let place = try insert(link)
        memory.advance(to: event.stamp, sequence: event.id.sequence, hash: hash)
        projector.add(event, position: place.position, stream: place.stream, isNewStream: place.isNewStream)
        written.append((event, place.position))
      }
      try projector.finish()
      return written.map(\.event)
    }
  }

  /// Runs a part of the command that must not be half done, and remembers when it failed.
  func whole<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      trouble = trouble ?? error
      throw error
    }
  }

  func insert(_ link: ChainedEvent) throws -> (position: Int64, stream: Int64, isNewStream: Bool) {
    let event = link.event
    let stream = try memory.stream(event.stream.name, database)
    let incident = try event.incident.map { try memory.stream($0.name, database).key }
    let actor = try memory.actor(event.actor, database)
    let query = try Query(database, EventColumns.insert)
    query.bind(1, event.id.node).bind(2, event.id.sequence).bind(3, event.stamp.milliseconds)
      .bind(4, event.stamp.counter).bind(5, event.stamp.node).bind(6, stream.key).bind(7, incident)
    query.bind(8, event.kind).bind(9, Int64(event.version)).bind(10, actor).bind(11, event.happenedAt.milliseconds)
      .bind(12, event.precision.rawValue).bind(13, event.zone).bind(14, event.endedAt?.milliseconds)
    query.bind(15, event.recordedAt.milliseconds).bind(16, event.cause?.description).bind(17, event.occasion)
      .bind(18, event.supersedes?.description).bind(19, EventColumns.evidenceText(event.evidence))
    query.bind(20, event.drill ? 1 : 0 as Int64).bind(21, event.payload).bind(22, link.salt)
      .bind(23, link.payloadHash).bind(24, link.previousHash).bind(25, link.hash)
    try query.run()
    appended += 1
    return (query.lastRow, stream.key, stream.isNew)
  }

  private func check(_ event: Event) throws(LedgerTrouble) {
    if let payload = event.payload, payload.utf8.count > Schema.payloadLimit {
      throw LedgerTrouble(
        .tooLarge, "An event holds at most 64 KiB of text; this one has \(payload.utf8.count / 1_024) KiB.")
    }
    if let occasion = event.occasion {
      let isTaken: Bool
      do { isTaken = try occasionExists(occasion) } catch { throw LedgerTrouble(error, path: path) }
      if isTaken { throw LedgerTrouble(.occasionTaken, "This due event has been recorded already.") }
    }
    guard event.kind == EventCorrected.kind || event.supersedes != nil else { return }
    guard let target = event.supersedes else {
      throw LedgerTrouble(.invalid, "A correction names the event that it corrects.")
    }
    let stream: String?
    do {
      stream = try Query(
        database,
        "SELECT s.name FROM event AS e JOIN stream AS s ON s.key = e.stream WHERE e.node = ? AND e.sequence = ?"
      ).bind(1, target.node).bind(2, target.sequence).first { $0.text(0) }
    } catch {
      throw LedgerTrouble(error, path: path)
    }
    guard stream == event.stream.name else {
      throw LedgerTrouble(.invalid, "There is no event \(target) in \(event.stream) to correct.")
    }
  }
}
