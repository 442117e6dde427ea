import Ledger
import Watch

/// The sign of whoever watches, as the store's files carry it.
struct LedgerLife: WatchLife {
  let ledger: Ledger

  func isGone(_ fence: Int64) -> Bool { ledger.isWatchSignGone(fence) }
  func hold(_ fence: Int64) { ledger.giveWatchSign(fence) }
  func letGo() { ledger.takeWatchSignBack() }
}
