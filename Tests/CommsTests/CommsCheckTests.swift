import Incidents
import Testing

@testable import Comms

@Suite struct CommsCheckTests {
  /// What stands alone in a public update, with the next time behind it.
  static let lines: [(String, [String])] = [
    // Said as it should be.
    ("Identified: Some card payments fail since 14:02 UTC.", []),
    ("The problem was fixed at 14:05 UTC.", []), ("Payments work again since 14:40 UTC.", []),
    ("About 1 in 20 sign-ins in Europe take longer than 10 seconds.", []),
    ("We are sorry that you could not pay.", []), ("Pay by invoice meanwhile.", []),
    ("We write again by 15:00 UTC, also if nothing has changed.", []),
    ("A fix is in place, and we are watching it.", []), ("This was a SEV-1 for us.", []),
    ("See https://status.example.com/incidents/4 for more.", []), ("Files in UTF-8 cannot be uploaded.", []),
    // The words that make small.
    ("We apologise for any inconvenience.", ["inconvenience any inconvenience"]),
    ("Sorry for the Inconvenience this caused.", ["inconvenience the Inconvenience"]),
    // A time for the fix.
    ("It will be fixed within the hour.", ["promise It will be fixed within the hour"]),
    ("We expect to be back by 15:00.", ["promise We expect to be back by 15:00"]),
    ("This should be resolved shortly.", ["promise This should be resolved shortly"]),
    ("Probably fixed within the hour.", ["cause Probably", "promise Probably fixed within the hour"]),
    ("We fixed it within the hour.", []), ("It was fixed within 20 minutes.", []),
    ("ETA 20 minutes.", ["promise ETA 20 minutes"]),
    ("Service should recover in 20 minutes, we hope.", ["promise Service should recover in 20 minutes, we hope"]),
    ("We’ll have it working tonight.", ["promise We’ll have it working tonight"]),
    ("Everything will be back to normal soon.", ["promise Everything will be back to normal soon"]),
    // Causes that nobody has confirmed.
    ("This is caused by a third party.", ["cause caused by"]),
    ("Probably a network problem.", ["cause Probably"]), ("Due to a bad release, sign-in fails.", ["cause Due to"]),
    ("We believe that the provider is down.", ["cause We believe"]),
    ("It is most likely the database.", ["cause likely"]),
    // Names of inside.
    ("db-prod-01 is full.", ["internal_name db-prod-01"]), ("Host api-7f9c4.eu fails.", ["internal_name api-7f9c4.eu"]),
    ("See https://grafana.corp/d/1.", ["internal_name https://grafana.corp/d/1"]),
    ("10.2.0.17 does not answer.", ["internal_name 10.2.0.17"]),
    ("(pg.internal:5432)", ["internal_name pg.internal:5432"]),
    ("Project Falcon is slow.", ["internal_name Project Falcon"]),
    // Customers.
    ("Only Example Hotels is affected.", ["customer_name Example Hotels"]),
    ("Only EXAMPLE hotels' guests.", ["customer_name EXAMPLE hotels'"]),
    ("Sample’s users are affected.", ["customer_name Sample’s"]), ("Samples work.", []),
    // Gaps.
    ("Since {{started_at}} UTC", ["gap {{started_at}}"]), ("Since {{ x }}", ["gap x"]),
  ]

  private func check(
    _ audience: Audience = .everyone, isCauseKnown: Bool = false, moment: MessageMoment = .update
  ) -> CommsCheck {
    CommsCheck(
      audience: audience, isCauseKnown: isCauseKnown, moment: moment, internalNames: ["project [a-z]+", "(broken"],
      customerNames: ["Example Hotels", "Sample"])
  }

  @Test(arguments: lines)
  func aLine(text: String, found: [String]) {
    let findings = check().findings(in: text + "\nNext update by 14:30 UTC")
    #expect(findings.map { "\($0.rule.rawValue) \($0.words)" } == found)
    #expect(findings.allSatisfy { $0.line == 1 && !$0.why.isEmpty && !$0.suggestion.isEmpty })
  }

  @Test func onceTheCauseIsKnownItMayBeSaid() {
    let text = "Sign-in failed due to a release.\nNext update by 14:30 UTC"
    #expect(check().findings(in: text).map(\.rule) == [.cause])
    #expect(check(isCauseKnown: true).findings(in: text) == [])
  }

  @Test func thoseInsideMayReadWhatIsInside() {
    let text = "db-prod-01 is full; Example Hotels asks.\nNext update by 14:30 UTC"
    #expect(check(.everyone).findings(in: text).map(\.rule) == [.internalName, .customerName])
    #expect(check(.vip).findings(in: text).map(\.rule) == [.internalName, .customerName])
    #expect(check(.management).findings(in: text).map(\.rule) == [.customerName])
    #expect(check(.team).findings(in: text) == [])
  }

  @Test func whatIsMissingStandsLast() {
    #expect(check().findings(in: "Some payments fail.").map(\.rule) == [.nextUpdate])
    #expect(check(moment: .final).findings(in: "It is over.").map(\.rule) == [.dataWord])
    #expect(check(moment: .final).findings(in: "It is over. No data was lost.") == [])
    #expect(check().findings(in: " \n").map(\.rule) == [.empty])
    var last = check()
    last.promisesNext = false
    #expect(last.findings(in: "Some payments fail.") == [])
  }

  @Test func onlyAGapBlocks() {
    #expect(MessageRule.allCases.filter(\.blocks) == [.gap, .empty])
    let gap = check().findings(in: "a\n b {{impact}}\nNext update by 14:30 UTC")
    #expect(gap.map(\.line) == [2] && gap.map(\.column) == [4] && gap[0].blocks)
    #expect(gap[0].sentence.hasPrefix("2:4 gap \"{{impact}}\": nothing says yet"))
  }

  @Test func whatAnotherRoomFoundStandsInItsPlace() {
    let blame = MessageFinding(.blame, line: 1, column: 1, words: "The operator forgot", why: "w", suggestion: "s")
    let found = check().findings(in: "The operator forgot it.\nany inconvenience\nNext update by 14:30", blame: [blame])
    #expect(found.map(\.rule) == [.blame, .inconvenience] && found[0].why == "w" && found[0].suggestion == "s")
  }
}
