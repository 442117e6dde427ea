import EventLog
import Testing

@testable import Delivery

@Suite struct ChannelPaceTests {
  @Test func aBurstGoesAtOnceAndTheRestAtTheRate() {
    var pace = ChannelPace(ChannelRate(perMinute: 60, burst: 3), at: .night)
    #expect((0..<3).map { _ in pace.take(at: .night) } == [nil, nil, nil])
    #expect(pace.take(at: .night) == .night + .seconds(1))
    #expect(pace.take(at: .night + .milliseconds(999)) == .night + .seconds(1))
    #expect(pace.take(at: .night + .seconds(1)) == nil)
    #expect(pace.take(at: .night + .seconds(1)) == .night + .seconds(2))
    #expect((0..<3).map { _ in pace.take(at: .night + .hours(5)) } == [nil, nil, nil])
    #expect(pace.take(at: .night + .hours(5)) != nil)
  }

  @Test func noMinuteSeesMoreThanRateAndBurst() {
    for perMinute in [1, 7, 60, 61, 6_000] {
      var pace = ChannelPace(ChannelRate(perMinute: perMinute, burst: 2), at: .night)
      var now = Instant.night
      var taken = 0
      while now < .night + .minutes(10) {
        if let next = pace.take(at: now) {
          #expect(next > now)
          now = next
        } else {
          taken += 1
        }
      }
      #expect(taken == perMinute * 10 + 1 || taken == perMinute * 10 + 2)
    }
  }

  @Test func aReceiverThatAsksForRestGetsIt() {
    var pace = ChannelPace(ChannelRate(perMinute: 60, burst: 5), at: .night)
    pace.rest(until: .night + .seconds(30))
    pace.rest(until: .night + .seconds(10))
    #expect(pace.take(at: .night + .seconds(29)) == .night + .seconds(30))
    #expect(pace.take(at: .night + .seconds(30)) == nil)
  }

  @Test func aClockThatIsSetBackStopsNothing() {
    var pace = ChannelPace(ChannelRate(perMinute: 60, burst: 1), at: .night)
    #expect(pace.take(at: .night) == nil)
    pace.rest(until: .night + .seconds(20))
    let earlier = Instant.night - .hours(3)
    #expect(pace.take(at: earlier) == earlier + .seconds(20))
    #expect(pace.take(at: earlier + .seconds(20)) == nil)
  }
}
