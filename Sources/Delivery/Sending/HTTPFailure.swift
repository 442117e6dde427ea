/// Why no answer came.
package struct HTTPFailure: Error, Hashable, Sendable {
  /// Whether it is certain that the receiver got nothing.
  package var isBeforeSending: Bool
  /// A whole sentence, without any secret.
  package var reason: String

  package init(isBeforeSending: Bool, reason: String) {
    self.isBeforeSending = isBeforeSending
    self.reason = reason
  }
}
