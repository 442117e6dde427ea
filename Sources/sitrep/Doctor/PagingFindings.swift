import Commands
import Desk
import EventLog
import Ledger
import Settings

/// Whether people are woken who are to be.
enum PagingFindings {
  static func all(_ paths: StorePaths, _ options: GlobalOptions) -> [Finding] {
    // What is wrong in the files, and with the store, is found elsewhere.
    guard let configuration = try? Session.settings(paths) else { return [] }
    guard configuration.pagesPeople else {
      return [
        Finding(
          "paging", isSound: true, "Sitrep wakes nobody: it is the pager of no service. Keep the pager you have.")
      ]
    }
    let unreached = configuration.problems(ofPagingWith: Set(configuration.pageWays.keys))
    var findings = unreached.map { Finding("paging", isSound: false, $0.description) }
    let lease = try? Session.openForReading(options)?.desk.ledger.read { try $0.lease(Lease.watch) }
    if let lease, lease.isHeld(at: SystemClock.now()) {
      let holder = lease.holder
      findings.append(
        Finding(
          "paging", isSound: true, "\(holder.role), process \(holder.process) on \(holder.host), wakes people."))
    } else {
      findings.append(Finding("paging", isSound: false, "NO PAGING: nothing watches. Start `sitrep serve`."))
    }
    return findings
  }
}
