import Testing

@testable import Delivery

@Suite struct WebhookSignatureTests {
  private let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")

  @Test func itIsTheReferencesOwn() throws {
    let header = try WebhookSignature.header(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8),
      secrets: [secret])
    #expect(header == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test func twoSecretsGiveTwoSignatures() throws {
    let other = Secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    let header = try WebhookSignature.header(id: "a", timestamp: 1, body: [], secrets: [secret, other])
    let parts = header.split(separator: " ")
    #expect(parts.count == 2 && parts.allSatisfy { $0.hasPrefix("v1,") } && parts[0] != parts[1])
  }

  @Test(arguments: ["", "whsec_", "whsec_short", "whsec_MfKQ9r8G", "not base64 at all, is it, my friend"])
  func whatIsNoSecretIsSaidWithoutShowingIt(text: String) {
    let unfit = #expect(throws: UnfitLetter.self) {
      try WebhookSignature.header(id: "a", timestamp: 1, body: [], secrets: [Secret(text)])
    }
    #expect(unfit?.reason.contains("whsec_\"") == true)
    if text.count > 8 { #expect(unfit?.reason.contains(text) == false) }
  }
}
