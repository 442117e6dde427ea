/// What occasion a message has.
package enum MessageMoment: String, Sendable, Codable, CaseIterable {
  case first, update
  /// The state is another one than they were told last.
  case change
  /// The last one: it is over.
  case final
  /// What they were told was not so.
  case correction
}
