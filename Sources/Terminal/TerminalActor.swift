/// The one owner of the terminal. Its code runs on the thread of the console's loop and nowhere else; a call of curses
/// from another thread does not compile.
@globalActor package actor TerminalActor {
  package static let shared = TerminalActor()
  package static let executor = TerminalExecutor()

  package nonisolated var unownedExecutor: UnownedSerialExecutor { Self.executor.asUnownedSerialExecutor() }

  /// Runs `body` on the calling thread, which owns the terminal until `body` returns. What other threads ask of the
  /// actor meanwhile waits until `executor.drain()`. Waits for its turn while another thread owns the terminal;
  /// must not be nested.
  package static func onThisThread<Value: Sendable>(_ body: @TerminalActor () throws -> Value) throws -> Value {
    typealias Unisolated = () throws -> Value
    return try withoutActuallyEscaping(body) { body in
      try executor.owned {
        // As the standard library does for the main actor: the executor has just made this thread the actor's own, so
        // that the isolation which the cast drops is given by the place where the closure runs.
        try unsafeBitCast(body, to: Unisolated.self)()
      }
    }
  }
}
