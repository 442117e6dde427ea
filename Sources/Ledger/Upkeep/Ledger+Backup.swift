import EventLog
import GRDB
import Glibc

/// What a backup holds.
package struct BackupReport: Hashable, Sendable {
  package var path: String
  package var bytes: Int64
  /// Where each chain ends in it, to be kept apart from the file.
  package var heads: [Head]
}

extension Ledger {
  /// Copies the store as it stands into a new file of its own, while others go on writing.
  ///
  /// - Throws: `.cannotCreate` where there is such a file already.
  package func backup(to target: String) throws -> BackupReport {
    guard !FileSystem.exists(target) else {
      throw LedgerTrouble(.cannotCreate, "There is a file \(target) already. Choose another name.")
    }
    let partial = target + ".partial"
    unlink(partial)
    do {
      try StoreFile.make(partial, isTeam: false)
      let copy = try StoreFile.open(partial, isReadOnly: false, busySeconds: options.busySeconds)
      try readers.read { source in try copy.writeWithoutTransaction { try source.backup(to: $0) } }
      try copy.writeWithoutTransaction { database in
        // Log and file in one, so that a single file can be carried off.
        _ = try Query(database, "PRAGMA wal_checkpoint(TRUNCATE)").all { $0.integer(0) }
      }
      let heads = try copy.read { try Reading($0, shape: shape, path: partial).heads() }
      try copy.close()
      try StoreFile.flush(partial)
      guard rename(partial, target) == 0 else { throw StoreFile.trouble("\(target) cannot be made", errno) }
      if !isReadOnly { try noteBackup(target) }
      return BackupReport(path: target, bytes: FileSystem.size(of: target), heads: heads)
    } catch {
      for suffix in ["", "-wal", "-shm"] { unlink(partial + suffix) }
      throw LedgerTrouble(error, path: target)
    }
  }

  private func noteBackup(_ target: String) throws {
    try writeAndWait { transaction in
      try Query(transaction.database, "INSERT OR REPLACE INTO backup(path, made_at) VALUES(?, ?)")
        .bind(1, target).bind(2, transaction.now.milliseconds).run()
    }
  }
}

extension Reading {
  /// Where backups were made to from this file, by path; some may be gone since.
  package final func backups() throws -> [String] {
    try Query(database, "SELECT path FROM backup ORDER BY path").all { $0.text(0) }
  }
}
