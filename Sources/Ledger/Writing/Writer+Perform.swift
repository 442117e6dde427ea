import Dispatch
import GRDB

extension Writer {
  func perform<Result: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Result
  ) async throws -> Result {
    let slot = ResultSlot<Result>()
    return try await withCheckedThrowingContinuation { continuation in
      let command = WriteCommand(run: { slot.put(try body($0)) }) { error in
        if let error { return continuation.resume(throwing: error) }
        continuation.resume(with: Swift.Result { try slot.take() })
      }
      do { try enqueue(.command(command)) } catch { continuation.resume(throwing: error) }
    }
  }

  func performAndWait<Result: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Result
  ) throws -> Result {
    let slot = ResultSlot<Result>()
    try wait { finish in
      try enqueue(.command(WriteCommand(run: { slot.put(try body($0)) }, finish: finish)))
    }
    return try slot.take()
  }

  /// Runs `body` with the writing connection to itself, outside a transaction.
  func aloneAndWait<Result: Sendable>(_ body: @escaping @Sendable (Database) throws -> Result) throws -> Result {
    let slot = ResultSlot<Result>()
    try wait { finish in
      try enqueue(.alone(AloneCommand(run: { slot.put(try body($0)) }, finish: finish)))
    }
    return try slot.take()
  }

  private func wait(_ start: (@escaping @Sendable ((any Error)?) -> Void) throws -> Void) throws {
    let done = DispatchSemaphore(value: 0)
    let failure = ResultSlot<any Error>()
    try start { error in
      if let error { failure.put(error) }
      done.signal()
    }
    done.wait()
    if let error = try? failure.take() { throw error }
  }
}
