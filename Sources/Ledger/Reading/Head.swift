package import EventLog

/// Where a node's chain ends: printed in exports and backups, so that a cut tail and a chain computed anew are found.
package struct Head: Hashable, Sendable {
  package var id: EventID
  /// The hash of that event.
  package var hash: [UInt8]

  package init(id: EventID, hash: [UInt8]) {
    self.id = id
    self.hash = hash
  }
}

extension Head: CustomStringConvertible {
  /// "k3f9q2-1042 9f86d0…", as it is printed.
  package var description: String { "\(id) \(Chain.hexadecimal(hash))" }
}
