import Commands
import Testing

@testable import Intake

@Suite struct ListenPolicyTests {
  @Test(arguments: [
    ("127.0.0.1", false, false, false, false), ("127.0.0.1", true, false, true, false),
    ("0.0.0.0", false, true, true, true), ("0.0.0.0", true, false, true, true),
  ])
  func asksForKeysBeyondLoopback(host: String, hasKeys: Bool, refuses: Bool, alerts: Bool, figures: Bool) throws {
    let address = ServerAddress(host: host, port: 1)
    #expect((ListenPolicy.trouble(listeningAt: address, hasKeys: hasKeys) != nil) == refuses)
    #expect(ListenPolicy.alertsNeedKey(at: address, hasKeys: hasKeys) == alerts)
    #expect(ListenPolicy.figuresNeedKey(at: address) == figures)
  }

  @Test func saysWhatToDo() throws {
    let trouble = try #require(
      ListenPolicy.trouble(listeningAt: ServerAddress(host: "0.0.0.0", port: 7780), hasKeys: false))
    #expect(trouble.code == .configuration)
    #expect(trouble.message.contains("sitrep key create"))
  }
}
