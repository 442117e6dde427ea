import Incidents
import Testing

@testable import Intake

@Suite struct PagerDutySignatureTests {
  private static let body = Array(#"{"event":{"id":"01ABC","event_type":"pagey.ping"}}"#.utf8)
  /// Computed by Python's hmac.
  private static let good = "v1=b938f3cf10311a6fbb6ea2849dc9d67113602e7ec63c6097d50fe0a184b5c616"

  private static let senders = [
    PagerSender(name: "other", kind: .pagerduty, secrets: [SharedSecret("another")]),
    PagerSender(
      name: "pd", kind: .pagerduty, secrets: [SharedSecret("the-new-one"), SharedSecret("s3cret-of-the-webhook")]),
  ]

  private func sender(_ lines: [String], _ body: [UInt8] = body) -> String? {
    let names = PagerDutySignature.senders(of: body, signatures: lines, among: Self.senders).map(\.name)
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  @Test func severalPagersMayShareASecret() {
    let shared = [Self.senders[1], PagerSender(name: "eu", kind: .pagerduty, secrets: Self.senders[1].secrets)]
    #expect(
      PagerDutySignature.senders(of: Self.body, signatures: [Self.good], among: shared).map(\.name) == ["pd", "eu"])
  }

  @Test func oneOfSeveralIsEnough() {
    #expect(sender([Self.good]) == "pd")
    let wrong = "v1=" + String(repeating: "0", count: 64)
    #expect(sender([wrong + "," + Self.good]) == "pd" && sender([wrong, wrong + ", " + Self.good]) == "pd")
    #expect(sender([Self.good.uppercased().replacing("V1", with: "v1")]) == "pd")
  }

  @Test(arguments: [
    "", "v1=", "v1", "v2=" + good.dropFirst(3), String(good.dropLast()), good + "0", good.dropLast() + "g",
  ])
  func anythingElseIsNone(line: String) { #expect(sender([line]) == nil) }

  @Test func anotherBodyIsNotSigned() {
    #expect(sender([Self.good], Self.body + [32]) == nil && sender([]) == nil)
  }

  @Test func aSecretIsNeverPrinted() {
    let printed = "\(Self.senders) \(String(reflecting: Self.senders))"
    #expect(!printed.contains("s3cret") && printed.contains("****"))
    #expect(SharedSecret("abc").isShown(as: "abc") && !SharedSecret("abc").isShown(as: "abd"))
  }
}
