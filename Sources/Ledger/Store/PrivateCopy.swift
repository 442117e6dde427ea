import Foundation

/// A copy of a store that cannot be written, in a folder of its own that goes away with the ledger: SQLite needs to
/// write beside a file in WAL mode even to read it.
struct PrivateCopy: Sendable {
  let folder: TemporaryFolder
  let path: String

  /// - Throws: `.busy` where the store changes all the while, so that no whole copy can be had.
  init(of original: String) throws(LedgerTrouble) {
    guard FileSystem.isReadable(original) else {
      throw LedgerTrouble(.noPermission, "You have no permission to read \(original).")
    }
    folder = try TemporaryFolder(in: NSTemporaryDirectory(), named: "sitrep")
    path = folder.path + "/sitrep.db"
    for _ in 0..<5 {
      let before = PrivateCopy.marks(of: original)
      for suffix in ["", "-wal"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
        guard FileSystem.exists(original + suffix) else { continue }
        do {
          try FileManager.default.copyItem(atPath: original + suffix, toPath: path + suffix)
        } catch {
          remove()
          throw LedgerTrouble(.io, "\(original) cannot be copied for reading.", cause: String(describing: error))
        }
        chmod(path + suffix, 0o600)
      }
      if before == PrivateCopy.marks(of: original) { return }
    }
    remove()
    throw LedgerTrouble(.busy, "\(original) changes while it is copied for reading. Try again in a moment.")
  }

  func remove() { folder.remove() }

  /// Size and time of change of both files: where these stayed, nobody wrote or checkpointed in between.
  private static func marks(of path: String) -> [Int64] {
    ["", "-wal"].flatMap { suffix -> [Int64] in
      var info = stat()
      guard stat(path + suffix, &info) == 0 else { return [-1] }
      return [Int64(info.st_size), Int64(info.st_mtim.tv_sec), Int64(info.st_mtim.tv_nsec)]
    }
  }
}
