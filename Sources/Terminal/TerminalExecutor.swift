import Glibc
import Synchronization

/// Runs the jobs of `TerminalActor` on the thread that sits in `poll()`: a job that comes from elsewhere waits here, and
/// an eventfd wakes that thread.
package final class TerminalExecutor: SerialExecutor {
  /// Readable while a job waits.
  package var descriptor: Int32 { wakeup.descriptor }
  private let wakeup = Wakeup()
  private let jobs = Mutex<[UnownedJob]>([])
  /// The thread that drains; curses belongs to it.
  private let owner = Mutex<pthread_t?>(nil)
  /// Held by that thread for as long as it is the owner.
  private let claim = Mutex<Void>(())

  init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    wakeup.ring()
  }

  package func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  /// Ends the process when the calling thread is not the one that drains.
  package func checkIsolated() {
    precondition(isOwner, "This belongs to the thread that runs the console's loop.")
  }

  /// Runs the jobs that wait now. Only on the owner's thread.
  package func drain() {
    checkIsolated()
    wakeup.drain()
    let batch = jobs.withLock { jobs in
      let batch = jobs
      jobs = []
      return batch
    }
    for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
  }

  /// Makes the calling thread the owner while `body` runs; waits while another one is.
  func owned<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let result: Result<Value, Failure> = claim.withLock { _ in
      owner.withLock { $0 = pthread_self() }
      defer { owner.withLock { $0 = nil } }
      do throws(Failure) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private var isOwner: Bool {
    owner.withLock { owner in owner.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
  }
}
