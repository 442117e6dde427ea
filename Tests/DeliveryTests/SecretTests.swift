import Testing

@testable import Delivery

@Suite struct SecretTests {
  private let secret = Secret("  hunter2-hunter2\n")

  @Test func nothingThatPrintsShowsIt() {
    var dumped = ""
    dump(ChannelKind.slack(webhook: secret), to: &dumped)
    dump([secret], to: &dumped)
    let channel = Channel(name: "chat", kind: .ntfy(server: "https://n.example.org", topic: secret, token: secret))
    for words in ["\(secret)", String(describing: secret), String(reflecting: secret), dumped, "\(channel)"] {
      #expect(!words.contains("hunter2") && words.contains("****"), "\(words)")
    }
  }

  @Test func itIsKeptWithoutWhatAFileAddsToIt() {
    #expect(secret.revealed == "hunter2-hunter2")
    #expect(Secret(" \n").isEmpty)
  }

  @Test func aRequestNamesItsHostAlone() throws {
    let request = try SlackRequest.make(
      .page, webhook: Secret("https://hooks.slack.com/services/T0/B0/hunter2"))
    #expect("\(request)" == "POST to hooks.slack.com")
    var dumped = ""
    dump(request, to: &dumped)
    #expect(!dumped.contains("hunter2"))
  }

  @Test func whatAReceiverRepeatsIsBlanked() {
    let tamed = ForeignWords.tamed("no\u{1B}[31m such\r\nroute hunter2-hunter2 \u{202E}here", without: [secret])
    #expect(tamed == "no [31m such route **** here")
    #expect(ForeignWords.tamed(String(repeating: "x", count: 500), without: []).count == ForeignWords.longest)
    // A server that does not know a path says which.
    let hook = ChannelKind.slack(webhook: Secret("https://hooks.slack.com/services/T0/B0/hunter2?key=hunter3"))
    let lost = ForeignWords.tamed("no /services/T0/B0/hunter2?key=hunter3 here, no hunter3", without: hook.secrets)
    #expect(lost == "no **** here, no ****")
    let cut = String(repeating: "x", count: ForeignWords.longest - 5) + "hunter2-hunter2"
    #expect(!ForeignWords.tamed(cut, without: [secret]).contains("hunt"))
  }
}
