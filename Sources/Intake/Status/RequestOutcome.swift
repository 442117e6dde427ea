/// How a request to send alerts ended, as counted in `/metrics`.
package enum RequestOutcome: String, Sendable, CaseIterable {
  /// Everything in it is durable.
  case accepted
  case malformed
  case tooLarge = "too_large"
  /// Without a valid key.
  case unauthorized
  /// With a key that does not cover it, or from a web page.
  case forbidden
  /// The key's rate is used up.
  case limited
  /// The store was busy.
  case busy
  /// The store cannot write.
  case failed
}
