package import EventLog

/// A key that a machine sends alerts with; the store knows only its hash.
package struct APIKey: Hashable, Sendable {
  package var name: String
  /// As `hash(of:)` makes it of the secret.
  package var hash: [UInt8]
  /// The service that its alerts are about, where it is bound to one.
  package var service: String?
  /// Greatest number of requests in a minute; nil for no limit.
  package var rate: Int?
  package var createdAt: Instant
  package var revokedAt: Instant?
  package var lastUsedAt: Instant?
  package var uses: Int

  package var isValid: Bool { revokedAt == nil }

  /// What is stored of the secret and looked up for a request.
  package static func hash(of secret: String) -> [UInt8] {
    Chain.payloadHash(salt: [], payload: secret)
  }
}
