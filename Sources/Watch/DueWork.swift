package import EventLog

/// Something that is done when its time comes, by whoever watches.
package protocol DueWork: Sendable {
  /// What it is, for a log ("incidents").
  var name: String { get }

  /// Does what is due. It may be called at any time and however often: what was done is not done again.
  ///
  /// - Returns: when the next is due; nil where nothing is in sight.
  func perform() async throws -> Instant?
}
