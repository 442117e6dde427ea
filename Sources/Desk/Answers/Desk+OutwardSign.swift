import Commands
import EventLog
package import Ledger

extension Desk {
  /// The names under which the store remembers how the last signs of life to the outside ended.
  package static let signSent = "ping"
  package static let signFailed = "ping failed"

  /// Writes down how a sign of life to a dead-man's switch outside ended.
  /// - Parameter failure: why it did not arrive, without any secret; nil where it did.
  package static func noteSign(_ failure: String?, in transaction: Transaction) throws {
    try transaction.beat(failure == nil ? signSent : signFailed, detail: failure)
  }

  /// That the switch outside does not hear of us any more: it is about to call somebody, or is broken itself.
  func unseen(at now: Instant, _ reading: Reading) throws -> String? {
    let beats = Dictionary(try reading.heartbeats().map { ($0.name, $0) }) { first, _ in first }
    guard let failed = beats[Self.signFailed], failed.at > beats[Self.signSent]?.at ?? Instant(milliseconds: .min)
    else {
      return nil
    }
    let since = beats[Self.signSent].map { ", the last one arrived \(SpanWords.short(now - $0.at)) ago" } ?? ""
    return "the sign of life to the outside does not arrive\(since): \(failed.detail ?? "nobody knows why")"
  }
}
