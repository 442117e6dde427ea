import Dispatch
import Glibc
import Synchronization

/// Runs the console's work on two threads of its own.
///
/// Swift's shared pool would do it as well, but once it has run anything its manager wakes up every second for as long
/// as the process lives; a console that shows nothing below a minute has to sleep for that minute.
final class WorkThreads: TaskExecutor {
  private let queue = Queue()

  init() {
    for _ in 0..<2 {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(queue).toOpaque()
      let failed = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Queue>.fromOpaque(context).takeRetainedValue().run()
          return nil
        }, context)
      if failed != 0 { Unmanaged<Queue>.fromOpaque(context).release() } else { pthread_detach(thread) }
    }
  }

  deinit { queue.end() }

  func enqueue(_ job: consuming ExecutorJob) { queue.add(UnownedJob(job), of: asUnownedTaskExecutor()) }
}

/// What waits for the threads.
private final class Queue: Sendable {
  private struct Waiting {
    var jobs: [(job: UnownedJob, executor: UnownedTaskExecutor)] = []
    var isOver = false
  }

  private let waiting = Mutex(Waiting())
  private let count = DispatchSemaphore(value: 0)

  func add(_ job: UnownedJob, of executor: UnownedTaskExecutor) {
    waiting.withLock { $0.jobs.append((job, executor)) }
    count.signal()
  }

  func end() {
    waiting.withLock { $0.isOver = true }
    count.signal()
    count.signal()
  }

  func run() {
    while true {
      count.wait()
      let next = waiting.withLock { waiting -> (job: UnownedJob, executor: UnownedTaskExecutor)?? in
        if !waiting.jobs.isEmpty { return .some(waiting.jobs.removeFirst()) }
        return waiting.isOver ? .some(nil) : nil
      }
      guard let next else { continue }
      guard let next else { return }
      next.job.runSynchronously(on: next.executor)
    }
  }
}
