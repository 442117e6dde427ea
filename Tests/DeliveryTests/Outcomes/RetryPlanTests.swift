import EventLog
import Testing

@testable import Delivery

@Suite struct RetryPlanTests {
  private let plan = RetryPlan(first: .seconds(4), longest: .minutes(2), giveUpAfter: .hours(1))

  private func wait(_ attempts: Int, asked: Span? = nil, chance: Double = 0, after: Span = .zero) -> Span? {
    plan.next(
      after: attempts, asked: asked, chance: chance, writtenAt: .night, expiresAt: nil, now: .night + after
    ).map { $0 - (.night + after) }
  }

  @Test func waitsDoubleUpToTheLongestAndChanceTakesAtMostHalf() {
    let least = (1...8).map { wait($0) }
    #expect(least == [2, 4, 8, 16, 32, 60, 60, 60].map { .seconds($0) })
    let most = (1...8).map { wait($0, chance: 0.999_999) }
    for (attempt, span) in most.enumerated() {
      let full = min(Span.seconds(4 << Int64(attempt)), .minutes(2))
      #expect(span.map { $0 < full && $0 > full - .milliseconds(10) } ?? false)
    }
    #expect(wait(1_000, chance: 0.5) == .seconds(90))
  }

  @Test func whatTheReceiverAskedForIsNeverCutShort() {
    for chance in stride(from: 0.0, to: 1, by: 0.1) {
      let span = wait(1, asked: .seconds(30), chance: chance)
      #expect(span.map { $0 >= .seconds(30) && $0 <= .seconds(34) } ?? false)
    }
    #expect(wait(6, asked: .seconds(1)) == .seconds(60))
  }

  @Test func itIsGivenUpWhereTheNextWouldComeTooLate() {
    #expect(wait(3, after: .minutes(59)) == .seconds(8))
    #expect(wait(3, after: .minutes(60) - .seconds(8)) == nil)
    #expect(wait(1, asked: .hours(2)) == nil)
    let letterOwn = plan.next(
      after: 1, asked: nil, chance: 0, writtenAt: .night, expiresAt: .night + .seconds(2), now: .night)
    #expect(letterOwn == nil)
    let longer = plan.next(
      after: 1, asked: nil, chance: 0, writtenAt: .night, expiresAt: .night + .hours(9), now: .night + .hours(2))
    #expect(longer == .night + .hours(2) + .seconds(2))
  }
}
