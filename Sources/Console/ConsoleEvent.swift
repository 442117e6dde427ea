package import EventLog
package import Screens

/// What happens to a program.
package enum ConsoleEvent<Message: Sendable>: Sendable {
  case key(Key)
  case resized(Size)
  /// The time now. Comes when `nextTick` asked for it, and before keys when the last one is a second old.
  case tick(Instant)
  /// The ledger has changed.
  case changed
  /// A request has come back.
  case finished(Message)
  /// All that was handled so far is on the screen, and every key that comes after this was typed after that: what a
  /// confirmation waits for before it takes an answer. Causes no frame.
  case painted
}
