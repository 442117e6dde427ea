package import EventLog

/// Time as one who waits knows it.
package protocol WatchClock: Sendable {
  func reading() -> ClockReading

  /// Returns after a span, or sooner where somebody calls. For one task at a time.
  func wait(_ span: Span) async

  /// Ends the present wait, or the next one.
  func call()
}

extension WatchClock {
  /// The same for those who may be called without end: it lasts at least as long as `breather`.
  func wait(_ span: Span, breather: Span) async {
    let begun = reading().running
    await wait(span)
    let passed = reading().running - begun
    if passed < breather, passed < span, !Task.isCancelled { await wait(min(breather, span) - passed) }
  }
}
