import Console
import Ledger

/// The ledger's bell as the loop listens to it.
struct LedgerBell: ChangeBell {
  let bell: Bell

  var fileDescriptor: Int32 { bell.fileDescriptor }
  func drain() -> Bool { bell.drain() }
}
