import Desk
import EventLog
import Testing

@testable import Intake

@Suite struct KeyRingTests {
  private static let ring = KeyRing([
    SenderKey(name: "a", hash: KeyRing.hash(of: "secret-a")), SenderKey(name: "b", hash: KeyRing.hash(of: "secret-b")),
  ])

  @Test(arguments: [
    ("secret-a", "a"), ("secret-b", "b"), ("secret-c", nil), ("", nil), ("secret-a ", nil), ("SECRET-A", nil),
  ])
  func knowsAKeyByItsWholeText(text: String, name: String?) {
    #expect(Self.ring.key(presented: text)?.name == name)
  }

  @Test func aDamagedHashFitsNothing() {
    #expect(KeyRing([SenderKey(name: "x", hash: [])]).key(presented: "") == nil)
    #expect(KeyRing().isEmpty)
  }
}

@Suite struct PresentedKeyTests {
  @Test(
    arguments: [
      ("Bearer abc", nil, "abc"), ("bearer  abc", nil, "abc"), (nil, "abc", "abc"), (nil, nil, nil),
      ("Basic YW06YWJj", nil, "abc"), ("Basic OmE6Yg==", nil, "a:b"), ("Basic %%%", nil, nil), ("Basic YWJj", nil, nil),
      ("Digest abc", "other", nil), ("Bearer", "other", nil), ("Bearer abc", "other", "abc"),
    ] as [(String?, String?, String?)])
  func isReadFromTheRequest(authorization: String?, apiKey: String?, text: String?) {
    #expect(PresentedKey.text(authorization: authorization, apiKey: apiKey) == text)
  }
}

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
