package import EventLog

/// Three clocks, read at the same moment.
package struct ClockReading: Hashable, Sendable {
  /// What the clock on the wall shows; somebody may set it.
  package var wall: Instant
  /// Since the machine was started, sleep included; nobody sets it.
  package var running: Span
  /// The same without the time that the machine slept.
  package var awake: Span

  package init(wall: Instant, running: Span, awake: Span) {
    self.wall = wall
    self.running = running
    self.awake = awake
  }
}
