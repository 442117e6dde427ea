import Glibc
import Synchronization
import Terminal
import TerminalTestSupport
import Testing

@Suite struct TerminalActorTests {
  @TerminalActor private final class Counter {
    var count = 0
    var threads: Set<UInt> = []
    func add() {
      count += 1
      threads.insert(UInt(pthread_self()))
    }
  }

  @Test func jobsFromAnywhereRunOnTheLoopsThread() async throws {
    let (count, threads, own) = try await onLoopThread {
      let counter = Counter()
      let tasks = (0..<20).map { _ in Task.detached { await counter.add() } }
      while counter.count < tasks.count {
        var waiting = [pollfd(fd: TerminalActor.executor.descriptor, events: Int16(POLLIN), revents: 0)]
        poll(&waiting, 1, 10_000)
        TerminalActor.executor.drain()
      }
      return (counter.count, counter.threads, UInt(pthread_self()))
    }
    #expect(count == 20)
    #expect(threads == [own])
  }

  @Test func errorsComeThrough() async {
    await #expect(throws: TerminalTrouble.self) {
      try await onLoopThread { throw TerminalTrouble(.dumb, "No.") }
    }
  }
}
