import GRDB
import Synchronization

/// A piece of work that waits for the writer.
enum WriterItem: Sendable {
  /// Runs inside the batch's transaction, in a savepoint of its own.
  case command(WriteCommand)
  /// Has the connection to itself, outside a transaction.
  case alone(AloneCommand)

  /// Tells the caller that nothing was written.
  func fail(_ error: any Error) {
    switch self {
    case .command(let command): command.finish(error)
    case .alone(let command): command.finish(error)
    }
  }
}

struct WriteCommand: Sendable {
  let run: @Sendable (Transaction) throws -> Void
  /// Called once, after the commit (nil) or with what stopped it.
  let finish: @Sendable ((any Error)?) -> Void
}

struct AloneCommand: Sendable {
  let run: @Sendable (Database) throws -> Void
  let finish: @Sendable ((any Error)?) -> Void
}

/// Where a command leaves its result until the commit.
final class ResultSlot<Result: Sendable>: Sendable {
  private let value = Mutex<Result?>(nil)

  func put(_ result: Result) { value.withLock { $0 = result } }

  /// - Throws: `.closed` where the command never ran, which its caller is told otherwise.
  func take() throws(LedgerTrouble) -> Result {
    guard let result = value.withLock({ $0 }) else {
      throw LedgerTrouble(.closed, "The command was not carried out.")
    }
    return result
  }
}
