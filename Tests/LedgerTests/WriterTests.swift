import EventLog
import GRDB
import Testing

@testable import Ledger

private struct Refusal: DomainRefusal {
  var sentence: String { "Not today." }
}

@Suite struct WriterTests {
  @Test func aRefusalUndoesOnlyItsOwn() async throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<60 {
        group.addTask {
          do {
            try await ledger.write { transaction in
              _ = try transaction.append([.counted(1), .named("n\(number)")], actor: someone)
              _ = try transaction.attach([UInt8(number)], mediaType: "text/plain")
              try transaction.noteSource("s\(number)")
              if number % 3 == 0 { throw Refusal() }
            }
            return true
          } catch {
            #expect(error as? Refusal == Refusal())
            return false
          }
        }
      }
      var kept = 0
      for await wasKept in group where wasKept { kept += 1 }
      #expect(kept == 40)
    }
    #expect(try ledger.position == 80)
    #expect(try ledger.read { try $0.sources().count } == 40)
    #expect(try ledger.stats().attachments == 40)
    #expect(try ledger.read { try $0.state(Tally.self, .one)?.trail.count } == 40)
    #expect(try ledger.verify().isSound)
    let before = try ledger.projectionTables.map { try ledger.dump(table: $0) }
    try ledger.rebuild()
    #expect(try ledger.projectionTables.map { try ledger.dump(table: $0) } == before)
  }

  @Test func aBodyThatGoesOnAfterAFailedAppendIsUndoneAllTheSame() throws {
    let ledger = try TemporaryStore().open()
    let trouble = #expect(throws: LedgerTrouble.self) {
      try ledger.writeAndWait { transaction in
        _ = try transaction.append([.counted(1)], actor: someone)
        var due = Draft.counted(2)
        due.occasion = "x"
        _ = try transaction.append([due], actor: someone)
        _ = try? transaction.append([due], actor: someone)
      }
    }
    #expect(trouble?.code == .occasionTaken)
    #expect(try ledger.position == 0)
    #expect(try ledger.add(.counted(1))[0].id.sequence == 1)
  }

  @Test func whatIsTooLargeIsRefused() throws {
    let ledger = try TemporaryStore().open()
    let long = #expect(throws: LedgerTrouble.self) {
      try ledger.add(.named(String(repeating: "x", count: Schema.payloadLimit)))
    }
    #expect(long?.code == .tooLarge)
    let heavy = #expect(throws: LedgerTrouble.self) {
      try ledger.writeAndWait {
        try $0.attach([UInt8](repeating: 1, count: Schema.attachmentLimit + 1), mediaType: "text/plain")
      }
    }
    #expect(heavy?.code == .tooLarge)
    try ledger.add(.named(String(repeating: "x", count: Schema.payloadLimit - 11)))
    let most = [UInt8](repeating: 7, count: Schema.attachmentLimit)
    let digest = try ledger.writeAndWait { try $0.attach(most, mediaType: "text/plain") }
    #expect(try ledger.writeAndWait { try $0.attach(most, mediaType: "text/plain") } == digest)
    #expect(digest == "sha256:" + Chain.digest(of: most))
    #expect(try ledger.read { try $0.attachment(digest)?.bytes } == most)
  }

  @Test func aCorrectionNamesAnEventOfItsStream() throws {
    let ledger = try TemporaryStore().open()
    let event = try ledger.add(.counted(1))[0]
    for (target, stream) in [(event.id, StreamID.two), (EventID(node: "no", sequence: 1), .one)] {
      let body = EventCorrected(reason: "slip")
      let draft = Draft(body, stream: stream, happenedAt: store0, supersedes: target)
      let trouble = #expect(throws: LedgerTrouble.self) { try ledger.add(draft) }
      #expect(trouble?.code == .invalid)
    }
    let draft = Draft(EventCorrected(reason: "slip"), stream: .one, happenedAt: store0)
    #expect(throws: LedgerTrouble.self) { try ledger.add(draft) }
  }

  private let store0 = Instant(milliseconds: 0)

  @Test func aFullDiskFailsEveryCallerOfTheBatchAndKeepsWhatReturned() async throws {
    let store = try TemporaryStore()
    try store.open().close()
    var options = LedgerOptions()
    options.maximumPages = 140
    let ledger = try store.open(options: options)
    let text = String(repeating: "disk ", count: 400)
    let outcomes = await withTaskGroup(of: (Int64, LedgerTrouble?).self) { group in
      for number in 0..<300 {
        group.addTask {
          do {
            let events = try await ledger.write {
              try $0.append([.named("\(number) \(text)")], actor: someone)
            }
            return (events[0].id.sequence, nil)
          } catch {
            return (0, error as? LedgerTrouble)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let failures = outcomes.compactMap(\.1)
    #expect(!failures.isEmpty)
    #expect(failures.allSatisfy { $0.code == .full && $0.message.contains("No space is left") })
    let kept = outcomes.filter { $0.1 == nil }.map(\.0).sorted()
    #expect(kept == (0..<kept.count).map { Int64($0) + 1 })
    #expect(try ledger.position == Int64(kept.count))
    #expect(try ledger.verify().isSound)
    ledger.close()
    let again = try store.open()
    #expect(try again.add(.counted(1))[0].id.sequence == Int64(kept.count) + 1)
  }

  @Test func aFailedCommitFailsEveryCallerOfItsBatch() async throws {
    let store = try TemporaryStore()
    var options = LedgerOptions()
    options.batchSeconds = 60
    let ledger = try store.open(options: options)
    // A deferred constraint lets every command pass and the commit fail.
    try await DatabaseQueue(path: store.path).write { database in
      try database.execute(
        sql: """
          CREATE TABLE parent(id INTEGER PRIMARY KEY);
          CREATE TABLE child(id INTEGER REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED);
          """)
    }
    try ledger.alone { try $0.run("PRAGMA foreign_keys = ON") }
    let failures = await withTaskGroup(of: Bool.self) { group in
      // The first occupies the thread until all others wait, so that these make one batch.
      let gate = Gate()
      group.addTask {
        try? await ledger.write { _ in gate.wait() }
        return false
      }
      await gate.whenWaiting()
      for number in 0..<20 {
        group.addTask {
          do {
            try await ledger.write { transaction in
              _ = try transaction.append([.counted(1)], actor: someone)
              if number == 7 { try transaction.database.execute(sql: "INSERT INTO child VALUES(1)") }
            }
            return false
          } catch {
            return true
          }
        }
      }
      while ledger.waiting < 20 { await Task.yield() }
      gate.open()
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(failures == 20)
    #expect(try ledger.position == 0)
    #expect(try ledger.add(.counted(1))[0].id.sequence == 1)
  }

  @Test func aCancelledCallerDoesNotCancelItsWrite() async throws {
    let ledger = try TemporaryStore().open()
    let gate = Gate()
    let blocker = Task { try await ledger.write { _ in gate.wait() } }
    await gate.whenWaiting()
    let writer = Task { try await ledger.write { try $0.append([.counted(4)], actor: someone).count } }
    while ledger.waiting < 1 { await Task.yield() }
    writer.cancel()
    gate.open()
    try await blocker.value
    #expect(try await writer.value == 1)
    #expect(try ledger.position == 1)
  }

  @Test func beyondTheQueueLimitACommandIsBusy() async throws {
    var options = LedgerOptions()
    options.queueLimit = 3
    let ledger = try TemporaryStore().open(options: options)
    let gate = Gate()
    let blocker = Task { try await ledger.write { _ in gate.wait() } }
    await gate.whenWaiting()
    let waiting = (0..<3).map { _ in Task { try await ledger.write { try $0.append([.counted(1)], actor: someone) } } }
    while ledger.waiting < 3 { await Task.yield() }
    let trouble = await #expect(throws: LedgerTrouble.self) { try await ledger.write { _ in } }
    #expect(trouble?.code == .busy)
    gate.open()
    try await blocker.value
    for task in waiting { _ = try await task.value }
    #expect(try ledger.position == 3)
    #expect(LedgerOptions().queueLimit == 4_096)
  }

  @Test func everyCommitIsFlushed() throws {
    let ledger = try TemporaryStore().open()
    let settings = try ledger.alone { database in
      [
        try database.integer("PRAGMA synchronous"), try database.integer("PRAGMA wal_autocheckpoint"),
      ]
    }
    #expect(settings == [2, 0])
    #expect(try ledger.alone { try Query($0, "PRAGMA journal_mode").first { $0.text(0) } } == "wal")
  }

  @Test func eightAtOnceLoseNothing() async throws {
    let store = try TemporaryStore()
    let ledgers = try (0..<8).map { _ in try store.open() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (place, ledger) in ledgers.enumerated() {
        group.addTask {
          for number in 0..<100 {
            try await ledger.write {
              _ = try $0.append([.counted(1, StreamID("incident", "\(place)-\(number % 5)"))], actor: someone)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try ledgers[3].position == 800)
    #expect(Set(ledgers.map(\.node)).count == 1)
    let report = try ledgers[0].verify()
    #expect(report.isSound && report.events == 800)
    let before = try ledgers[1].projectionTables.map { try ledgers[1].dump(table: $0) }
    try ledgers[2].rebuild()
    #expect(try ledgers[1].projectionTables.map { try ledgers[1].dump(table: $0) } == before)
  }

  @Test func eightMakeOneNewStore() async throws {
    let store = try TemporaryStore()
    let nodes = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let ledger = try store.open()
          try await ledger.write { _ = try $0.append([.counted(1)], actor: someone) }
          return ledger.node
        }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(nodes.count == 1)
    #expect(try store.open().position == 8)
  }

  @Test func whoeverKeepsTheFileTooLongIsSaid() throws {
    let store = try TemporaryStore()
    try store.open().close()
    var options = LedgerOptions()
    options.busySeconds = 0.02
    let ledger = try store.open(options: options)
    let lock = try WriteLock(store.path, isTeam: false)
    try lock.lock(within: 1)
    let trouble = #expect(throws: LedgerTrouble.self) { try ledger.add(.counted(1)) }
    #expect(trouble?.code == .lockedTooLong)
    lock.unlock()
    #expect(try ledger.add(.counted(1)).count == 1)
  }

  @Test func afterClosingNothingIsTaken() throws {
    let ledger = try TemporaryStore().open()
    try ledger.add(.counted(1))
    ledger.close()
    ledger.close()
    #expect(throws: LedgerTrouble.self) { try ledger.add(.counted(1)) }
    #expect(throws: LedgerTrouble.self) { try ledger.position }
  }

  @Test func aCrashImageHoldsWhatHadReturned() async throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let writer = Task {
      for number in 0..<150 {
        try await ledger.write { _ = try $0.append([.counted(1), .named("n\(number)")], actor: someone) }
      }
    }
    for image in 0..<5 {
      let before = try ledger.position
      let copy = store.folder + "/image\(image).db"
      for suffix in ["", "-wal"] { try copyFile(store.path + suffix, copy + suffix) }
      let opened = try store.open(copy)
      let report = try opened.verify()
      #expect(report.isSound)
      #expect(report.events >= Int(before))
      // Both events of a command or neither; the copy has told of its own name beside them.
      #expect((report.events - 1) % 2 == 0)
      opened.close()
    }
    try await writer.value
    #expect(try ledger.position == 300)
  }
}
