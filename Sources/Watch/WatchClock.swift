package import EventLog

/// Time as the watch knows it.
package protocol WatchClock: Sendable {
  func reading() -> ClockReading

  /// Returns after a span, or sooner where something calls.
  func wait(_ span: Span) async
}
