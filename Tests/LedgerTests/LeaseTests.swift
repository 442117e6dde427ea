import EventLog
import Testing

@testable import Ledger

@Suite struct LeaseTests {
  private let other = Lease.Holder(node: "n", host: "desk", process: 2, role: "console")

  private func take(_ holder: Lease.Holder, _ ledger: Ledger) throws -> Lease? {
    try ledger.writeAndWait { try $0.takeLease("watch", for: .seconds(60), holder: holder) }
  }

  @Test func oneHasItUntilItRunsOut() throws {
    let store = try TemporaryStore()
    let (one, two) = (try store.open(), try store.open())
    let lease = try #require(try take(watcher, one))
    #expect(lease.fence == 1 && lease.until == store.now + .seconds(60))
    #expect(try take(other, two) == nil)
    store.advance(.seconds(59))
    #expect(try take(other, two) == nil)
    store.advance(.seconds(1))
    #expect(try two.read { try $0.lease("watch") }?.isHeld(at: store.now) == false)
    let taken = try #require(try take(other, two))
    #expect(taken.fence == 2 && taken.holder == other)
    #expect(try one.writeAndWait { try $0.renewLease(lease, for: .seconds(60)) } == nil)
    #expect(try !one.writeAndWait { try $0.holds(lease) })
    try one.writeAndWait { try $0.returnLease(lease) }
    #expect(try two.read { try $0.lease("watch") } == taken)
  }

  @Test func whatRanOutWithoutAnybodyTakingItIsStillItsHolders() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try #require(try take(watcher, ledger))
    store.advance(.hours(1))
    let renewed = try ledger.writeAndWait { try $0.renewLease(lease, for: .seconds(60)) }
    #expect(renewed?.fence == 1 && renewed?.until == store.now + .seconds(60) && renewed?.since == lease.since)
  }

  @Test func whatIsGivenBackIsFree() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try #require(try take(watcher, ledger))
    try ledger.writeAndWait { try $0.returnLease(lease) }
    #expect(try take(other, ledger)?.fence == 2)
  }

  @Test func aClockThatIsSetBackLeavesNobodyWaitingForHours() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    _ = try take(watcher, ledger)
    store.advance(-.hours(3))
    #expect(try take(other, ledger)?.fence == 2)
  }

  @Test func itOutlivesTheProcessAndLeavesNoEvent() throws {
    let store = try TemporaryStore()
    let ledger = try store.open()
    let lease = try #require(try take(watcher, ledger))
    ledger.close()
    let again = try store.open()
    #expect(try again.read { try $0.lease("watch") } == lease)
    #expect(try again.read { try $0.lease("other") } == nil)
    #expect(try again.position == 0)
  }
}
