import EventLog
import Synchronization
import Testing

@testable import Watch

@Suite struct SignWorkTests {
  private final class Sent: Sendable {
    private let stored = Mutex<[String?]>([])
    private let well = Mutex(true)
    let answers: Mutex<[String?]>

    init(_ answers: [String?]) { self.answers = Mutex(answers) }

    var noted: [String?] { stored.withLock { $0 } }
    var isWell: Bool {
      get { well.withLock { $0 } }
      set { well.withLock { $0 = newValue } }
    }
    func note(_ failure: String?) { stored.withLock { $0.append(failure) } }
    func send() -> String? { answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
  }

  @Test func itIsGivenAtItsDistanceAndOnlyWhileAllIsWell() async throws {
    let clock = ScriptedClock()
    let sent = Sent([nil, "It answered 500.", nil])
    let (noted, note) = AsyncStream.makeStream(of: String?.self)
    var notes = noted.makeAsyncIterator()
    let work = SignWork(
      every: .minutes(1), clock: clock, isWell: { sent.isWell }, send: { sent.send() },
      note: {
        sent.note($0)
        note.yield($0)
      })
    let start = clock.now
    #expect(await work.perform() == start + .minutes(1))
    #expect(await notes.next() == .some(nil))
    clock.pass(.seconds(59))
    #expect(await work.perform() == start + .minutes(1))
    #expect(sent.noted.count == 1)
    clock.pass(.seconds(1))
    #expect(await work.perform() == start + .minutes(2))
    #expect(await notes.next() == "It answered 500.")
    sent.isWell = false
    clock.pass(.minutes(1))
    #expect(await work.perform() == start + .minutes(3))
    sent.isWell = true
    #expect(await work.perform() == start + .minutes(3))
    #expect(sent.noted.count == 2)
  }
}
