/// Tells that the ledger has changed, through a descriptor that `poll()` can wait for.
package protocol ChangeBell {
  /// Readable when something may have changed; -1 for never.
  var fileDescriptor: Int32 { get }
  /// Empties the descriptor.
  /// - Returns: whether something has changed.
  func drain() -> Bool
}
