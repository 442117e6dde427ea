import Dispatch
import Foundation
import Synchronization

/// Folds what older folds left while nothing else waits to be written, slice by slice. Whoever opens the store next
/// goes on where this one ended.
final class BackgroundRefold: Sendable {
  private let isClosed = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  init(_ writer: Writer) {
    let thread = Thread { [self] in
      // One that fails ends the work for now: states are then folded as they are read.
      while !isClosed.load(ordering: .acquiring),
        (try? writer.performAndWait({ try StaleSlice($0).run() })) == true
      {}
      ended.signal()
    }
    thread.name = "sitrep-refold"
    thread.start()
  }

  /// Waits for the slice at hand.
  func close() {
    guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    // The writer's own thread may drop the last ledger; it then cannot wait for what waits for it.
    if Thread.current.name != Writer.threadName { ended.wait() }
  }
}
