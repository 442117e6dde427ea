/// What came from a terminal that is given back for a while.
package enum SuspendedInput: Equatable, Sendable {
  /// No whole line yet.
  case nothing
  case line
  /// The terminal is gone.
  case hungUp
}
