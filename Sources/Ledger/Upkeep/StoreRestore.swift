package import EventLog
import GRDB
import Glibc

/// What a restore has done.
package struct RestoreReport: Hashable, Sendable {
  package var path: String
  /// The name that the file writes under from now on.
  package var node: String
  package var events: Int
  /// Where each chain ended in the backup.
  package var heads: [Head]
  /// Where the store that stood there lies now; nil where there was none.
  package var keptAside: String?
  /// Letters that wait until a person releases them.
  package var lettersHeld: Int
}

/// Puts a backup in the place of a store.
package struct StoreRestore: Sendable {
  private let backup: String
  private let path: String
  private let folds: [FoldDescription]
  private let options: LedgerOptions
  private let clock: @Sendable () -> Instant
  private let random: @Sendable (Int) -> [UInt8]

  /// - Parameter options: as the store is opened with.
  package init(
    backup: String, path: String, folds: [FoldDescription], options: LedgerOptions,
    clock: @escaping @Sendable () -> Instant, random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.backup = backup
    self.path = path
    self.folds = folds
    self.options = options
    self.clock = clock
    self.random = random
  }

  /// Checks the backup, puts what stands in its place aside, and opens the copy: it takes a node of its own, and every
  /// letter in it is held until a person releases them.
  ///
  /// - Parameter progress: events checked so far.
  /// - Throws: `.notFound`, `.damaged` and `.foreign` for the backup, `.lockedTooLong` where another process has the
  ///   store open, and the troubles of the file system. The store then stands as it was.
  package func run(progress: (Int) -> Void = { _ in }) throws(LedgerTrouble) -> RestoreReport {
    do {
      if let refusal = FileSystem.networkRefusal(of: path) { throw refusal }
      let (events, heads) = try check(progress)
      if !FileSystem.exists(path) { try StoreFile.makeFolder(of: path, isTeam: options.isTeam) }
      let lock = try WriteLock(path, isTeam: options.isTeam)
      try lock.lock(within: options.busySeconds)
      let aside: String?
      do {
        defer { lock.unlock() }
        try copy()
        aside = try exchange()
      } catch {
        for suffix in ["", "-wal", "-shm"] { unlink(partial + suffix) }
        throw error
      }
      var options = options
      options.isReadOnly = false
      options.createIfMissing = false
      options.restoredFrom = backup
      let ledger = try Ledger(path: path, folds: folds, options: options, clock: clock, random: random)
      defer { ledger.close() }
      return RestoreReport(
        path: path, node: ledger.node, events: events, heads: heads, keptAside: aside,
        lettersHeld: try ledger.read { try $0.outboxHold()?.letters ?? 0 })
    } catch {
      throw LedgerTrouble(error, path: path)
    }
  }

  private static let reason = "The store was restored from a backup: what waits in it may have left since."

  private var partial: String { path + ".restoring" }

  private func check(_ progress: (Int) -> Void) throws -> (events: Int, heads: [Head]) {
    var reading = LedgerOptions(isReadOnly: true, createIfMissing: false)
    reading.busySeconds = options.busySeconds
    let kept = try Ledger(path: backup, folds: folds, options: reading, clock: clock, random: random)
    defer { kept.close() }
    // Only who may write it can give it a name of its own.
    guard !kept.isNewer else { throw FoldTables.newer(backup) }
    let report = try kept.verify(progress: progress)
    guard report.isSound else {
      throw LedgerTrouble(
        .damaged, "The backup \(backup) is damaged: \(report.damage[0].sentence) Nothing was restored.")
    }
    return (report.events, report.heads)
  }

  /// A copy beside the store, held and flushed before it takes its place.
  private func copy() throws {
    for suffix in ["", "-wal", "-shm"] { unlink(partial + suffix) }
    try StoreFile.make(partial, isTeam: options.isTeam)
    let source = try StoreFile.open(backup, isReadOnly: true, busySeconds: options.busySeconds)
    let target = try StoreFile.open(partial, isReadOnly: false, busySeconds: options.busySeconds)
    try source.read { source in try target.writeWithoutTransaction { try source.backup(to: $0) } }
    try source.close()
    try target.writeWithoutTransaction { database in
      try Schema.bringUp(database, from: try database.integer("PRAGMA user_version"))
      try OutboxHold.put(
        StoreRestore.reason, at: clock(), database)
      _ = try Query(database, "PRAGMA wal_checkpoint(TRUNCATE)").all { $0.integer(0) }
    }
    try target.close()
    try StoreFile.flush(partial)
  }

  /// - Returns: where the old store lies now.
  private func exchange() throws -> String? {
    var aside: String?
    if FileSystem.exists(path) {
      let isSound = try settle()
      let name = path + ".before-" + clock().rfc3339.filter { $0.isNumber || $0 == "T" }.prefix(15)
      // Under both names for a moment, so that there is a store at every moment.
      guard link(path, name) == 0 else { throw StoreFile.trouble("\(path) cannot be kept aside as \(name)", errno) }
      if !isSound {
        _ = rename(path + "-wal", name + "-wal")
        unlink(path + "-shm")
      }
      aside = name
    }
    guard rename(partial, path) == 0 else { throw StoreFile.trouble("\(path) cannot be made", errno) }
    return aside
  }

  /// Brings all of the old store into its one file. Leaving WAL mode for that needs the file alone, which shows that
  /// nobody has it open.
  ///
  /// - Returns: false where it cannot be read as a store, which is why somebody restores; it is then kept as it is.
  /// - Throws: `.lockedTooLong` where another process has it open.
  private func settle() throws -> Bool {
    do {
      let old = try StoreFile.open(path, isReadOnly: false, busySeconds: 0)
      try old.writeWithoutTransaction { database in
        for mode in ["delete", "wal"] {
          let now = try Query(database, "PRAGMA journal_mode = \(mode)").first { $0.text(0) }
          guard now == mode else { throw LedgerTrouble(.lockedTooLong, "\(path) stays in the mode \(now ?? "").") }
        }
      }
      try old.close()
      return true
    } catch {
      switch LedgerTrouble(error, path: path).code {
      case .damaged: return false
      case .lockedTooLong:
        throw LedgerTrouble(
          .lockedTooLong,
          "Another process has \(path) open. End `sitrep serve` and every console on it, then restore again.")
      default: throw error
      }
    }
  }
}
