import Ledger
import Watch

/// The sign of whoever watches, as the store's files carry it.
struct LedgerLife: WatchLife {
  let ledger: Ledger

  func take() -> Bool { ledger.takeWatchSign() }
  func letGo() { ledger.letWatchSignGo() }
}
