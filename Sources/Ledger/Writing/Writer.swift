import Dispatch
import EventLog
import Foundation
import GRDB
import Synchronization

/// The one thread of a process that writes: it owns the writing connection, takes what waits into one transaction
/// with a savepoint for each command, and answers the callers after the commit.
final class Writer: Sendable {
  /// No batch has more commands.
  static let batchLimit = 256
  static let threadName = "sitrep-writer"

  private struct Pending {
    var items: [WriterItem] = []
    var isIdle = true
    var isClosed = false
  }

  private let path: String
  private let shape: Shape
  private let options: LedgerOptions
  private let clock: @Sendable () -> Instant
  private let random: @Sendable (Int) -> [UInt8]
  let lock: WriteLock
  private let ringer: BellRinger
  private let checkpointer: Checkpointer
  private let pending = Mutex(Pending())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(
    path: String, shape: Shape, options: LedgerOptions, clock: @escaping @Sendable () -> Instant,
    random: @escaping @Sendable (Int) -> [UInt8]
  ) throws(LedgerTrouble) {
    self.path = path
    self.shape = shape
    self.options = options
    self.clock = clock
    self.random = random
    lock = try WriteLock(path, isTeam: options.isTeam)
    ringer = try BellRinger(path, isTeam: options.isTeam)
    checkpointer = Checkpointer(path: path)
    let thread = Thread { [self] in run() }
    thread.name = Writer.threadName
    thread.start()
  }

  /// - Throws: `.busy` where the queue is full, `.closed` after `close`. The item's `finish` is then never called.
  func enqueue(_ item: WriterItem) throws(LedgerTrouble) {
    let trouble = pending.withLock { pending -> LedgerTrouble? in
      guard !pending.isClosed else { return LedgerTrouble(.closed, "The store has been closed.") }
      guard pending.items.count < options.queueLimit else {
        return LedgerTrouble(.busy, "\(options.queueLimit) changes wait to be written already. Try again in a moment.")
      }
      pending.items.append(item)
      if pending.isIdle {
        pending.isIdle = false
        wake.signal()
      }
      return nil
    }
    if let trouble { throw trouble }
  }

  /// How many items wait; those being written not included.
  var waiting: Int { pending.withLock { $0.items.count } }

  /// Writes what waits, then ends the thread and its connection.
  func close() {
    let isFirst = pending.withLock { pending in
      defer { pending.isClosed = true }
      if pending.isIdle {
        pending.isIdle = false
        wake.signal()
      }
      return !pending.isClosed
    }
    guard isFirst else { return }
    // The last reference to a ledger may be one that a command held: then this is the thread that would be waited for.
    if Thread.current.name != Writer.threadName { ended.wait() }
    checkpointer.close()
  }

  // MARK: The thread

  private func run() {
    var connection: DatabaseQueue?
    let memory = WriterMemory()
    loop: while true {
      let next = pending.withLock { pending -> (items: [WriterItem], isClosed: Bool) in
        let count = Writer.batchLength(pending.items)
        let items = Array(pending.items.prefix(count))
        pending.items.removeFirst(count)
        if items.isEmpty { pending.isIdle = true }
        return (items, pending.isClosed)
      }
      if next.items.isEmpty {
        if next.isClosed { break loop }
        wake.wait()
        continue
      }
      do {
        let queue = try connection ?? open()
        connection = queue
        try write(next.items, queue, memory)
      } catch {
        memory.forget()
        let trouble = LedgerTrouble(error, path: path)
        for item in next.items { item.fail(trouble) }
      }
    }
    try? connection?.close()
    ended.signal()
  }

  /// A command that wants the connection alone is a batch by itself.
  private static func batchLength(_ items: [WriterItem]) -> Int {
    var count = 0
    for item in items.prefix(batchLimit) {
      if case .alone = item { return max(count, 1) }
      count += 1
    }
    return count
  }

  private func open() throws -> DatabaseQueue {
    let queue = try StoreFile.open(path, isReadOnly: false, busySeconds: options.busySeconds)
    try queue.writeWithoutTransaction { database in
      try Writer.prepare(database, options: options, path: path)
    }
    return queue
  }

  /// Every commit is flushed to the disk; read back, because a library in between has been seen to undo it.
  static func prepare(_ database: Database, options: LedgerOptions, path: String) throws {
    try database.run("PRAGMA synchronous = FULL")
    try database.run("PRAGMA wal_autocheckpoint = 0")
    try database.run("PRAGMA cache_size = -\(options.writerCache)")
    // What a savepoint keeps to go back by would else spill into a temporary file beyond 64 KiB.
    try database.run("PRAGMA temp_store = MEMORY")
    // Every row that is referred to is written by these same lines a moment before.
    try database.run("PRAGMA foreign_keys = OFF")
    if let pages = options.maximumPages { try database.run("PRAGMA max_page_count = \(pages)") }
    guard try database.integer("PRAGMA synchronous") == 2 else {
      throw LedgerTrouble(.io, "\(path) cannot be set to flush every commit; nothing will be written to it.")
    }
  }

  private func write(_ items: [WriterItem], _ queue: DatabaseQueue, _ memory: WriterMemory) throws {
    if case .alone(let command)? = items.first, items.count == 1 {
      memory.forget()
      do {
        try queue.writeWithoutTransaction(command.run)
        command.finish(nil)
      } catch {
        command.finish(LedgerTrouble(error, path: path))
      }
      return
    }
    var rest = items[...]
    while !rest.isEmpty {
      let outcome = try batch(&rest, queue, memory)
      for done in outcome { done.finish() }
    }
  }

  private struct Done {
    var command: WriteCommand
    var error: (any Error)?

    func finish() { command.finish(error) }
  }

  /// One transaction over as many commands as fit its time.
  ///
  /// - Throws: nothing once commands have run: a failed commit is the outcome of each of them.
  private func batch(
    _ items: inout ArraySlice<WriterItem>, _ queue: DatabaseQueue, _ memory: WriterMemory
  ) throws -> [Done] {
    var done: [Done] = []
    var (appended, isNews) = (0, false)
    do {
      try lock.lock(within: options.busySeconds)
      defer { lock.unlock() }
      try queue.writeWithoutTransaction { database in
        try database.run("BEGIN IMMEDIATE")
        do {
          if try memory.refresh(database) { try FoldTables.refuseNewer(database, shape, path: path) }
          try SearchIndex.makeRoom(shape: shape, memory: memory, database)
          let end = MonotonicTime.now + options.batchSeconds
          while case .command(let command)? = items.first {
            // It is out of the queue from here on, whatever comes.
            items.removeFirst()
            done.append(Done(command: command, error: nil))
            let result = try carryOut(command, database, memory)
            done[done.count - 1].error = result.error
            appended += result.appended
            isNews = isNews || result.isNews
            if MonotonicTime.now >= end { break }
          }
          try memory.writeHead(database)
          try database.run("COMMIT")
        } catch {
          if database.isInsideTransaction { try? database.run("ROLLBACK") }
          throw error
        }
      }
    } catch {
      memory.forget()
      let trouble = LedgerTrouble(error, path: path)
      if done.isEmpty { throw trouble }
      return done.map { Done(command: $0.command, error: trouble) }
    }
    if isNews || appended > 0 { ringer.ring() }
    if appended > 0 { checkpointer.note(events: appended) }
    return done
  }

  /// Runs one command in its savepoint.
  ///
  /// - Throws: only what ends the whole transaction.
  private func carryOut(
    _ command: WriteCommand, _ database: Database, _ memory: WriterMemory
  ) throws -> (error: (any Error)?, appended: Int, isNews: Bool) {
    try Query(database, "SAVEPOINT command").run()
    memory.begin()
    let transaction = Transaction(
      database, shape: shape, memory: memory, path: path, now: clock(), random: random)
    do {
      try command.run(transaction)
      if let trouble = transaction.trouble { throw trouble }
      try Query(database, "RELEASE command").run()
      return (nil, transaction.appended, transaction.isNews)
    } catch {
      memory.undo()
      // A full disk or a failing one has rolled back everything already.
      guard database.isInsideTransaction else { throw error }
      try Query(database, "ROLLBACK TO command").run()
      try Query(database, "RELEASE command").run()
      let isOurs = error is LedgerTrouble || error is DatabaseError
      return (isOurs ? LedgerTrouble(error, path: path) : error, 0, false)
    }
  }
}
