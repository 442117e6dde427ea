/// Where a letter stands.
package enum OutboxState: String, Hashable, Sendable, CaseIterable {
  /// To be sent when its time comes.
  case waiting
  /// An attempt is being made, or was when its process ended.
  case claimed
  case delivered
  /// Refused for good, or given up.
  case failed
  /// An attempt was made whose end nobody knows. It is not sent again unless a person says so.
  case unknown
  /// It may not leave: the store was restored or copied, and a person has to let its letters go.
  case held
  /// Not wanted any more before it had left: what it was to bring about came first.
  case withdrawn
}
