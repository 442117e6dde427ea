package import EventLog
import GRDB

/// A store: the log in one SQLite file with what is computed from it.
///
/// Writes of all tasks and threads queue for one thread and are flushed to the disk together; reads see one snapshot
/// each. Several processes may have the same file open.
package final class Ledger: Sendable {
  /// The file as it was asked for.
  package let path: String
  /// Set while an unwritable file is read through a copy.
  private let copy: PrivateCopy?
  let shape: Shape
  let options: LedgerOptions
  let clock: @Sendable () -> Instant
  let random: @Sendable (Int) -> [UInt8]
  let readers: ReaderPool
  private let writer: Writer?
  private let refold: BackgroundRefold?
  /// Why nothing may be written, where that is so.
  private let refusal: LedgerTrouble?
  /// The node that this file writes as.
  package let node: String

  /// Opens a store, and makes it where the options allow that.
  ///
  /// - Parameters:
  ///   - folds: of every room; a store whose projections come from other versions of them is folded anew.
  ///   - clock: the wall clock.
  ///   - random: so many random bytes.
  /// - Throws: `.notFound` where there is no such store and none may be made; `.networkFileSystem`, `.newerSchema`,
  ///   `.damaged`, `.foreign` and the troubles of the file system. A store with a newer Sitrep's folds is no error:
  ///   it can be read, and each write says so.
  package init(
    path: String, folds: [FoldDescription], options: LedgerOptions = .init(),
    clock: @escaping @Sendable () -> Instant, random: @escaping @Sendable (Int) -> [UInt8]
  ) throws(LedgerTrouble) {
    self.path = path
    self.options = options
    self.clock = clock
    self.random = random
    shape = try Shape(folds, searchPart: options.searchPart)
    if let refusal = FileSystem.networkRefusal(of: path) { throw refusal }
    let file = try Ledger.locate(path, options)
    copy = file.copy
    let opening = StoreOpening(
      path: file.path, shownPath: path, shape: shape, options: options, clock: clock, random: random)
    do {
      let opened = try opening.run(isCopy: file.copy != nil)
      readers = opened.readers
      writer = opened.writer
      refold = opened.refold
      refusal = opened.refusal
      node = opened.node
    } catch {
      file.copy?.remove()
      throw LedgerTrouble(error, path: path)
    }
  }

  deinit { close() }

  /// Whether a newer Sitrep wrote the file, which then can be read alone.
  package var isNewer: Bool { refusal?.code == .newerSchema }

  /// Whether every write is refused: opened so, or the file is a newer Sitrep's.
  package var isReadOnly: Bool { refusal != nil }

  /// Runs `body` in a transaction and returns after its commit has reached the disk.
  ///
  /// The body may throw a refusal: then only its own part is undone. A task that is cancelled while it waits is
  /// written all the same.
  ///
  /// - Throws: what the body throws, or `LedgerTrouble`; in both cases nothing of the body was kept.
  package func write<Result: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Result
  ) async throws -> Result {
    try await writable().perform(body)
  }

  /// The same for a caller without tasks: blocks its thread. Not to be called from inside a write.
  package func writeAndWait<Result: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Result
  ) throws -> Result {
    try writable().performAndWait(body)
  }

  /// Runs `body` with the writing connection to itself, outside a transaction.
  func alone<Result: Sendable>(_ body: @escaping @Sendable (Database) throws -> Result) throws -> Result {
    try writable().aloneAndWait(body)
  }

  /// Runs `body` on a snapshot; short, and never inside another read of the same ledger.
  package func read<Result>(_ body: (Reading) throws -> Result) throws -> Result {
    do {
      return try readers.read { database in try body(Reading(database, shape: shape, path: path)) }
    } catch let error as DatabaseError {
      throw LedgerTrouble(error, path: path)
    }
  }

  /// How many writes of this process wait.
  package var waiting: Int { writer?.waiting ?? 0 }

  /// The place of the last event that a reader sees.
  package var position: Int64 {
    get throws { try read { try $0.position() } }
  }

  /// A bell of its own for each who listens.
  package func bell() throws(LedgerTrouble) -> Bell {
    let readers = readers
    let (shape, path) = (shape, path)
    return try Bell(path: copy?.path ?? path) {
      try readers.read { database in
        let reading = Reading(database, shape: shape, path: path)
        // Who watches is on every screen, though it is no event; both numbers only grow. Older files know no watch.
        let watch = (try? reading.lease(Lease.watch)) ?? nil
        return try reading.position() + (watch?.fence ?? 0)
      }
    }
  }

  /// Whether the process that took the lease of this number is known to be no more; false where nothing may be written.
  package func isWatchSignGone(_ fence: Int64) -> Bool { (try? writable())?.lock.isWatchSignGone(fence) ?? false }

  /// Shows every process of this host that whoever took the lease of this number is alive, until the process ends.
  package func giveWatchSign(_ fence: Int64) { (try? writable())?.lock.giveWatchSign(fence) }

  /// Shows it no longer.
  package func takeWatchSignBack() { (try? writable())?.lock.takeWatchSignsBack() }

  /// Writes what waits and closes the file. Writes and reads after it throw `.closed`.
  package func close() {
    // The last connection to close brings the write-ahead log into the file, which a reader cannot.
    refold?.close()
    readers.close()
    writer?.close()
    copy?.remove()
  }

  /// - Throws: why nothing may be written.
  @discardableResult
  func writable() throws(LedgerTrouble) -> Writer {
    if let refusal { throw refusal }
    guard let writer else { throw LedgerTrouble(.readOnly, "\(path) was opened for reading only.") }
    return writer
  }

  private static func locate(
    _ path: String, _ options: LedgerOptions
  ) throws(LedgerTrouble) -> (path: String, copy: PrivateCopy?) {
    if FileSystem.isFolder(path) {
      throw LedgerTrouble(.foreign, "\(path) is a folder, not a Sitrep store: name a file in it.")
    }
    if FileSystem.exists(path) {
      guard options.isReadOnly else { return (path, nil) }
      let isWritable = FileSystem.isWritable(path) && FileSystem.isWritable(FileSystem.folder(of: path))
      if isWritable { return (path, nil) }
      let copy = try PrivateCopy(of: path)
      return (copy.path, copy)
    }
    guard options.createIfMissing, !options.isReadOnly else {
      throw LedgerTrouble(.notFound, "There is no store at \(path) yet.")
    }
    try StoreFile.make(path, isTeam: options.isTeam)
    return (path, nil)
  }
}
