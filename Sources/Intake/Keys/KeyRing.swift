package import Desk
import EventLog

/// The keys that are valid now.
package struct KeyRing: Hashable, Sendable {
  private var keys: [SenderKey]

  package init(_ keys: [SenderKey] = []) { self.keys = keys }

  package var isEmpty: Bool { keys.isEmpty }

  /// The key with this text, nil where none has it. Every key is compared to its last byte whether one fits or not,
  /// so that the time an answer takes says nothing about a key.
  package func key(presented text: String) -> SenderKey? {
    let hash = Self.hash(of: text)
    var found: SenderKey?
    for key in keys where Self.isSame(key.hash, hash) { found = key }
    return found
  }

  /// SHA-256 of a key's text, as keys are stored.
  package static func hash(of text: String) -> [UInt8] { Chain.payloadHash(salt: [], payload: text) }

  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for index in left.indices { difference |= left[index] ^ right[index] }
    return difference == 0
  }
}
