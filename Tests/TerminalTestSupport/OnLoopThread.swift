import Dispatch
import Terminal

/// Runs `body` as the terminal's owner on a thread of its own: a test that waits for its turn must not hold one of the
/// few threads that run tasks.
package func onLoopThread<Value: Sendable>(
  _ body: @escaping @Sendable @TerminalActor () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "loop").async {
      continuation.resume(with: Result { try TerminalActor.onThisThread(body) })
    }
  }
}
