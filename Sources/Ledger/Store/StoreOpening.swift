import EventLog
import GRDB

/// Brings a store's file to where it can be read and written: makes its tables, checks its versions, and gives it a
/// node of its own where it is a copy.
struct StoreOpening {
  let path: String
  let shownPath: String
  let shape: Shape
  let options: LedgerOptions
  let clock: @Sendable () -> Instant
  let random: @Sendable (Int) -> [UInt8]

  struct Opened {
    var readers: ReaderPool
    var writer: Writer?
    var refold: BackgroundRefold?
    var refusal: LedgerTrouble?
    var node: String
  }

  /// What the file says of itself.
  private struct Finding {
    var application: Int64
    var version: Int64
    var pages: Int64
    /// Kinds of streams whose folds differ from those handed in.
    var staleFolds: [String] = []
    var hasNewerFolds = false
    var hasOtherTables = false
    var node = ""
    var isCopied = false
  }

  func run(isCopy: Bool) throws -> Opened {
    let readers = ReaderPool(path: path, busySeconds: options.busySeconds)
    if !options.isReadOnly, FileSystem.size(of: path) == 0 { try create() }
    var finding = try readers.read(look)
    if finding.version == 0, finding.application == 0, finding.pages <= 1, !options.isReadOnly {
      try create()
      finding = try readers.read(look)
    }
    try check(finding)
    var opened = Opened(readers: readers, writer: nil, refusal: nil, node: finding.node)
    let isNewer = finding.version > Schema.version || finding.hasNewerFolds
    if isNewer {
      opened.refusal = FoldTables.newer(shownPath)
      return opened
    }
    let isOlder = finding.version < Schema.version
    if options.isReadOnly {
      opened.refusal = LedgerTrouble(.readOnly, "\(shownPath) was opened for reading only.")
      // States of an older fold are folded as they are read; only what is not in the file cannot be had.
      guard isOlder || finding.hasOtherTables else { return opened }
      guard isCopy else {
        throw LedgerTrouble(
          .readOnly, "\(shownPath) is of an older Sitrep. Open it once without --read-only, so that it is brought up.")
      }
    }
    if isOlder { try bringUpSchema() }
    let writer = try Writer(path: path, shape: shape, options: options, clock: clock, random: random)
    do {
      if !finding.staleFolds.isEmpty { try bringUp(writer) }
      if finding.isCopied, !options.isReadOnly { opened.node = try takeNewNode(writer) }
    } catch {
      writer.close()
      throw error
    }
    guard !options.isReadOnly else {
      writer.close()
      return opened
    }
    opened.writer = writer
    let isStale = try readers.read { try $0.integer("SELECT count(*) FROM stale_fold") } > 0
    if isStale, options.refoldsInBackground { opened.refold = BackgroundRefold(writer) }
    return opened
  }

  private func check(_ finding: Finding) throws(LedgerTrouble) {
    guard finding.application == Schema.application else {
      throw LedgerTrouble(.foreign, "\(shownPath) is not a Sitrep store.")
    }
    guard finding.version / 1_000 == Schema.version / 1_000 else {
      throw LedgerTrouble(
        .newerSchema, "A newer Sitrep has this file: upgrade to read \(shownPath) (it is of schema \(finding.version))."
      )
    }
  }

  private func look(_ database: Database) throws -> Finding {
    var finding = Finding(
      application: try database.integer("PRAGMA application_id"),
      version: try database.integer("PRAGMA user_version"), pages: try database.integer("PRAGMA page_count"))
    guard finding.application == Schema.application, finding.version / 1_000 == Schema.version / 1_000 else {
      return finding
    }
    var known: [String: (version: Int64, tables: String)] = [:]
    for row in try Query(database, "SELECT kind, version, tables FROM fold").all({
      ($0.text(0), $0.integer(1), $0.text(2))
    }) {
      known[row.0] = (row.1, row.2)
    }
    finding.hasNewerFolds = known.keys.contains { shape.folds[$0] == nil }
    for (kind, fold) in shape.folds {
      if let stored = known[kind], stored.version > fold.version { finding.hasNewerFolds = true }
      let isSame = known[kind].map { $0.version == fold.version && $0.tables == Shape.signature(of: fold) } ?? false
      if !isSame { finding.staleFolds.append(kind) }
      if known[kind]?.tables != Shape.signature(of: fold) { finding.hasOtherTables = true }
    }
    let identity = FileSystem.identity(of: path)
    let row = try Query(database, "SELECT name, machine, inode, born FROM node WHERE is_current = 1").first {
      ($0.text(0), FileSystem.Identity(machine: $0.text(1), inode: $0.integer(2), born: $0.integer(3)))
    }
    finding.node = row?.0 ?? ""
    finding.isCopied = row?.1 != identity
    return finding
  }

  // MARK: Making

  private func bringUpSchema() throws {
    let lock = try WriteLock(path, isTeam: options.isTeam)
    try lock.lock(within: options.busySeconds)
    defer { lock.unlock() }
    let queue = try StoreFile.open(path, isReadOnly: false, busySeconds: options.busySeconds)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { database in
      try Writer.prepare(database, options: options, path: path)
      try database.run("BEGIN IMMEDIATE")
      do {
        // Another process may have done it while this one waited.
        try Schema.bringUp(database, from: try database.integer("PRAGMA user_version"))
        try database.run("COMMIT")
      } catch {
        try? database.run("ROLLBACK")
        throw error
      }
    }
  }

  private func create() throws {
    let lock = try WriteLock(path, isTeam: options.isTeam)
    try lock.lock(within: options.busySeconds)
    defer { lock.unlock() }
    let queue = try StoreFile.open(path, isReadOnly: false, busySeconds: options.busySeconds)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { database in
      // Another process may have made it while this one waited.
      guard try database.integer("PRAGMA user_version") == 0 else { return }
      try database.run("PRAGMA journal_mode = WAL")
      try Writer.prepare(database, options: options, path: path)
      try database.run("BEGIN IMMEDIATE")
      do {
        try Schema.create(database)
        try NodeChange.register(NodeName.make(random), path: path, at: clock(), database)
        for (kind, fold) in shape.folds { try FoldTables.enter(kind, fold, database) }
        for table in shape.tables.values { for statement in table.create { try database.run(statement) } }
        try database.run("COMMIT")
      } catch {
        try? database.run("ROLLBACK")
        throw error
      }
    }
  }

  /// A copied file that went on under the old name would fork the chain, so it gets a name of its own. Letters that
  /// wait in it wait in the original too: they are held.
  private func takeNewNode(_ writer: Writer) throws -> String {
    try writer.performAndWait { transaction in
      let database = transaction.database
      let row = try Query(database, "SELECT name, machine, inode, born FROM node WHERE is_current = 1").first {
        ($0.text(0), FileSystem.Identity(machine: $0.text(1), inode: $0.integer(2), born: $0.integer(3)))
      }
      if let row, row.1 == FileSystem.identity(of: path) { return row.0 }
      if try transaction.lettersWaiting() > 0 {
        try transaction.holdOutbox("The store is a copy, and its letters may leave from the original.")
      }
      return try NodeChange(transaction).take(restoredFrom: options.restoredFrom)
    }
  }

  private func bringUp(_ writer: Writer) throws {
    options.progress?("The lists of \(shownPath) are brought to this version of Sitrep.")
    var urgent = try writer.performAndWait { try FoldChange($0).begin() }[...]
    while !urgent.isEmpty {
      let slice = Array(urgent.prefix(50))
      urgent.removeFirst(slice.count)
      try writer.performAndWait { try RebuildSlice($0).refold(slice) }
    }
  }
}
