import Commands
import Desk
import Dispatch
import Ledger
import Settings

/// A watch that goes on beside what a person does, for as long as that lasts.
final class BesideWatch: Sendable {
  /// Whatever was on its way when it ends is brought to its end: so long a closing console waits at the most.
  private static let patience = DispatchTimeInterval.seconds(40)

  private let task: Task<Void, Never>
  private let done: DispatchSemaphore

  /// Begins to watch while the store and the configuration allow it; it stands by while somebody else watches.
  ///
  /// - Returns: nil where nobody has to watch, or where this process cannot, with the reason why in `whyNot`.
  static func begin(_ session: Session, whyNot: (String) -> Void) -> BesideWatch? {
    let configuration = session.configuration
    guard configuration.pagesPeople || !configuration.console.channels.isEmpty, !session.desk.ledger.isReadOnly else {
      return nil
    }
    do {
      return BesideWatch(try Watching(session, role: "console") { _ in })
    } catch {
      whyNot("this console cannot watch: \(error.message)")
      return nil
    }
  }

  init(_ watching: Watching) {
    let done = DispatchSemaphore(value: 0)
    self.done = done
    task = Task.detached {
      try? await watching.run()
      done.signal()
    }
  }

  /// Ends it, and gives the right to watch back.
  func end() {
    task.cancel()
    guard done.wait(timeout: .now() + .milliseconds(700)) == .timedOut else { return }
    Output.complain("a letter is on its way; its end is waited for.")
    _ = done.wait(timeout: .now() + Self.patience)
  }
}
