package import Incidents

/// What a webhook of another pager says.
package enum PagerNotice: Hashable, Sendable {
  /// - Parameter pager: empty until it is known whose secret fits.
  case report(PagerReport)
  /// The sender tries whether it gets through.
  case ping
  /// Well formed, and of a type that nothing here follows from.
  case notFollowed(type: String)
}
