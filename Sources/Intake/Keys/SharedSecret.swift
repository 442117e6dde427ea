import Crypto

/// A secret that a sender has, too: whatever prints or reflects it gets stars.
package struct SharedSecret: Hashable, Sendable {
  private let bytes: [UInt8]

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether a signature is this secret's over a body; the time it takes says nothing about how near it comes.
  func signed(_ body: [UInt8], _ signature: [UInt8]) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: body, using: SymmetricKey(data: bytes))
  }

  /// Whether somebody showed this secret; compared by codes under a key of this process, so that the time it takes says
  /// nothing about how near it comes.
  func isShown(as text: String) -> Bool {
    HMAC<SHA256>.authenticationCode(for: bytes, using: Self.key)
      == HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: Self.key)
  }

  private static let key = SymmetricKey(size: .bits256)
}

extension SharedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "****" }
  package var debugDescription: String { "****" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
