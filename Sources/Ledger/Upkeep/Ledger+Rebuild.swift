import EventLog

/// What a rebuild went through.
package struct RebuildReport: Hashable, Sendable {
  package var streams = 0
  package var events = 0
}

extension Ledger {
  /// Computes every projection and the search index anew from the log. Others go on writing in between.
  ///
  /// - Parameter progress: events folded so far.
  @discardableResult
  package func rebuild(progress: (Int) -> Void = { _ in }) throws -> RebuildReport {
    var report = RebuildReport()
    let writer = try writable()
    try writer.performAndWait { try FoldTables.renew($0) }
    var after: Int64 = 0
    while let slice = try writer.performAndWait({ [after] in try RebuildSlice($0).run(after: after) }) {
      after = slice.lastStream
      report.streams += slice.streams
      report.events += slice.events
      progress(report.events)
    }
    try rebuildSearch()
    return report
  }

  func rebuildSearch() throws {
    let writer = try writable()
    try writer.performAndWait { try SearchIndex($0).empty() }
    while try writer.performAndWait({ try SearchIndex($0).fillSlice(of: 1_000) }) {}
  }
}
