package import EventLog
import GRDB

/// What a redaction would touch and need: told to the person before it is confirmed.
package struct RedactionPlan: Hashable, Sendable {
  /// The event and every correction of it; all of them lose their text.
  package var events: [EventID]
  /// Attachments that nothing else refers to.
  package var attachments: [String]
  /// The file is written anew: so many bytes must be free, and nobody else may have it open.
  package var bytesNeeded: Int64
  package var bytesFree: Int64
  /// Backups made from here, which keep the text.
  package var backups: [String]
}

/// What a redaction has done.
package struct RedactionReport: Hashable, Sendable {
  /// The events whose text is gone.
  package var events: [EventID]
  package var attachments: [String]
  /// Backups that it cannot reach, and which still hold the text.
  package var backups: [String]
}

extension Ledger {
  /// - Throws: `LedgerTrouble.notFound` where there is no such event, `.invalid` for a redaction itself.
  package func redactionPlan(_ id: EventID) throws -> RedactionPlan {
    try read { reading in
      let scope = try RedactionScope(id, reading)
      return RedactionPlan(
        events: scope.events.map(\.id), attachments: try scope.soleAttachments(reading),
        bytesNeeded: 2 * FileSystem.size(of: path), bytesFree: FileSystem.freeBytes(at: path) ?? Int64.max,
        backups: try reading.backups())
    }
  }

  /// Erases the text of an event and of its corrections for good: from every table, from the search, from the file
  /// and its write-ahead log. The chain stays whole. An event that was redacted before is only erased from the file
  /// again, for a run that was broken off.
  ///
  /// It takes minutes on a large file; nobody else may read it at the end.
  ///
  /// - Parameter progress: told what is going on, in words.
  /// - Throws: `.notFound`, `.invalid`, `.full` where there is not twice the file's size free, `.lockedTooLong` where
  ///   another process reads on: the text is then gone from the log, and the same command finishes the work.
  package func redact(
    _ id: EventID, reason: String, actor: Actor, progress: (String) -> Void = { _ in }
  ) throws -> RedactionReport {
    let plan = try redactionPlan(id)
    guard plan.bytesFree >= plan.bytesNeeded else {
      throw LedgerTrouble(
        .full,
        "A redaction writes the file anew and needs \(plan.bytesNeeded / 1_048_576 + 1) MiB free; there are only "
          + "\(plan.bytesFree / 1_048_576).")
    }
    progress("Erasing the text of \(plan.events.count) event(s).")
    let attachments = try writeAndWait { try RedactionScope(id, $0).erase(reason: reason, actor: actor, $0) }
    progress("Building the search index anew.")
    try rebuildSearch()
    progress("Writing the file anew.")
    readers.drop()
    let (path, seconds) = (path, options.busySeconds)
    try alone { database in
      try database.run("PRAGMA secure_delete = ON")
      try database.run("VACUUM")
      let end = MonotonicTime.now + seconds
      while try Query(database, "PRAGMA wal_checkpoint(TRUNCATE)").first({ $0.integer(0) }) != 0 {
        guard MonotonicTime.now < end else {
          throw LedgerTrouble(
            .lockedTooLong,
            "The text is gone from the log, but another process still reads \(path), so its bytes are not yet gone "
              + "from the file. Close it and run the same command again.")
        }
      }
    }
    return RedactionReport(events: plan.events, attachments: attachments, backups: plan.backups)
  }
}
