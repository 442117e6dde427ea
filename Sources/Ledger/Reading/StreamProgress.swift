package import EventLog

/// How far a stream has come: each event that arrives in it, from wherever, makes it another.
package struct StreamProgress: Hashable, Sendable {
  /// How many it has.
  package var events: Int
  /// The greatest stamp of them.
  package var last: Stamp
}
