import Desk

/// What a sender of alerts gets back: how many of its alerts came to what.
struct ReceiptDocument: Codable, Equatable {
  var opened: Int
  var joined: Int
  var listed: Int
  var redelivered: Int
  var heartbeats: Int
  var ignored: Int

  init(_ receipt: SignalReceipt) {
    opened = receipt.opened
    joined = receipt.joined
    listed = receipt.listed
    redelivered = receipt.redelivered
    heartbeats = receipt.heartbeats
    ignored = receipt.ignored
  }
}
