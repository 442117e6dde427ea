import Desk
import EventLog
import Testing

@testable import Intake

@Suite struct RateLimitTests {
  private static let key = SenderKey(name: "a", hash: [], perMinute: 6)

  @Test func aMinutesWorthThenOneAtATime() {
    var limit = RateLimit()
    for _ in 0..<6 { #expect(limit.take(Self.key, at: moment) == nil) }
    #expect(limit.take(Self.key, at: moment) == 10)
    #expect(limit.take(Self.key, at: moment + .seconds(4)) == 6)
    #expect(limit.take(Self.key, at: moment + .seconds(10)) == nil)
    #expect(limit.take(Self.key, at: moment + .seconds(10)) == 10)
    #expect(limit.take(Self.key, at: moment + .hours(9)) == nil)
  }

  @Test func keysDoNotShareAndNoRateMeansNoLimit() {
    var limit = RateLimit()
    let other = SenderKey(name: "b", hash: [], perMinute: 6)
    let free = SenderKey(name: "c", hash: [])
    for _ in 0..<6 { _ = limit.take(Self.key, at: moment) }
    #expect(limit.take(Self.key, at: moment) != nil)
    #expect(limit.take(other, at: moment) == nil)
    for _ in 0..<1_000 { #expect(limit.take(free, at: moment) == nil) }
  }

  @Test func aClockThatIsSetBackTakesNothing() {
    var limit = RateLimit()
    for _ in 0..<6 { _ = limit.take(Self.key, at: moment) }
    #expect(limit.take(Self.key, at: moment - .hours(1)) == 10)
    #expect(limit.take(Self.key, at: moment - .hours(1) + .seconds(10)) == nil)
  }
}
