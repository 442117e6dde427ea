import EventLog
import GRDB

extension Ledger {
  /// Reads the whole log and compares it with its hashes and heads.
  ///
  /// - Parameter progress: events read so far.
  /// - Throws: only where the file cannot be read at all; damage is the report's.
  package func verify(progress: (Int) -> Void = { _ in }) throws -> VerifyReport {
    var check = ChainCheck()
    do {
      try read { reading in
        for words in try Query(reading.database, "PRAGMA quick_check(20)").all({ $0.text(0) }) where words != "ok" {
          check.note(.file, nil, "SQLite finds the file damaged: \(words).")
        }
        try check.prepare(reading)
      }
      while try read({ try check.readSome($0) }) { progress(check.report.events) }
    } catch let trouble as LedgerTrouble where trouble.code == .damaged {
      check.note(.file, nil, "The file cannot be read on after \(check.place): \(trouble.cause ?? trouble.message).")
    }
    progress(check.report.events)
    return check.report
  }
}
