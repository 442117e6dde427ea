/// How a store is opened.
package struct LedgerOptions: Sendable {
  /// Nothing is written; an unwritable file is read through a private copy.
  package var isReadOnly: Bool
  /// A file that several people share through a group: 0660 in a folder of 2770 instead of 0600 in 0700.
  package var isTeam: Bool
  /// Makes the folder and the file when they are not there.
  package var createIfMissing: Bool
  /// How long to wait for other processes, in seconds.
  package var busySeconds: Double
  /// The backup that the file was just made from, to stand in the first event under its new name.
  var restoredFrom: String?
  /// How much of the file the writer holds in its own memory, in kilobytes; the system holds the rest.
  package var writerCache: Int
  /// Told, in whole sentences, of long work at opening (a rebuild after an upgrade).
  package var progress: (@Sendable (String) -> Void)?
  /// The greatest number of pages the file may have: how tests fill a disk.
  var maximumPages: Int?
  /// No batch of commands keeps the file from others for longer, but for a single command that takes longer itself.
  var batchSeconds = 0.020
  /// Positions to a part of the search index; the same for the life of a file.
  var searchPart: Int64 = 65_536
  /// What older folds left is folded anew beside everything else.
  var refoldsInBackground = true
  /// Writes beyond this many waiting ones are refused as busy.
  var queueLimit = 4_096

  package init(
    isReadOnly: Bool = false, isTeam: Bool = false, createIfMissing: Bool = true, busySeconds: Double = 5,
    writerCache: Int = 16_000, progress: (@Sendable (String) -> Void)? = nil
  ) {
    self.isReadOnly = isReadOnly
    self.isTeam = isTeam
    self.createIfMissing = createIfMissing
    self.busySeconds = busySeconds
    self.writerCache = writerCache
    self.progress = progress
  }
}
