import Incidents

/// Whom a message is written to, and what of it is seen.
struct MessagePosition: Sendable {
  /// Nil for whom the severity concerns first.
  var audience: Audience?
  /// What was said for its gaps, by their names.
  var given: [String: String] = [:]
  var scroll = 0
}
