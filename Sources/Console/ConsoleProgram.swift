package import EventLog
package import Screens

/// What runs in the console: a state that answers events with requests, and shows itself as a grid. A value; it does
/// no I/O and asks no clock.
package protocol ConsoleProgram: SendableMetatype {
  /// What its requests come back with.
  associatedtype Message: Sendable

  /// Takes one event in. The first two are `resized` and `tick`.
  mutating func handle(_ event: ConsoleEvent<Message>) -> [ConsoleRequest<Message>]
  /// The picture now. Asked for once after a batch of events; the program may keep what it drew for the next one.
  mutating func view(size: Size) -> CellGrid
  /// When the picture changes next by time alone: a minute's turn, or a second's where something below a minute
  /// shows; nil when nothing does.
  func nextTick(after now: Instant) -> Instant?
}
