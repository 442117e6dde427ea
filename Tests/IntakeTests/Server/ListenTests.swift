import Commands
import Testing

@testable import Intake

@Suite struct ListenAddressTests {
  @Test(arguments: [
    ("127.0.0.1:7780", "127.0.0.1", 7780, true), ("localhost:80", "localhost", 80, true), ("[::1]:0", "::1", 0, true),
    (":7780", "0.0.0.0", 7780, false), ("0.0.0.0:1", "0.0.0.0", 1, false), ("bastion:7780", "bastion", 7780, false),
    ("127.evil.example:1", "127.evil.example", 1, false), ("127.0.0.1.example:1", "127.0.0.1.example", 1, false),
    ("[::]:7780", "::", 7780, false), ("127.9.8.7:1", "127.9.8.7", 1, true),
  ])
  func isRead(text: String, host: String, port: Int, isLoopback: Bool) throws {
    let address = try ListenAddress(text)
    #expect(address == ListenAddress(host: host, port: port))
    #expect(address.isLoopback == isLoopback)
  }

  @Test(arguments: [
    "", "7780", "host", "host:", "host:x", "host:+1", "host:70000", "::1:7780", "[::1:7780", "a b:1", "http://h:1",
  ])
  func isRefused(text: String) {
    let trouble = #expect(throws: Trouble.self) { try ListenAddress(text) }
    #expect(trouble?.code == .badInput)
    #expect(trouble?.message.contains("no address to listen at") == true)
  }

  @Test func isWrittenAsItIsRead() throws {
    for text in ["127.0.0.1:7780", "[::1]:7780"] { #expect(try ListenAddress(text).description == text) }
  }
}

@Suite struct ListenPolicyTests {
  @Test(arguments: [
    ("127.0.0.1:1", false, false, false, false), ("127.0.0.1:1", true, false, true, false),
    (":1", false, true, true, true), (":1", true, false, true, true),
  ])
  func asksForKeysBeyondLoopback(address: String, hasKeys: Bool, refuses: Bool, alerts: Bool, figures: Bool) throws {
    let address = try ListenAddress(address)
    #expect((ListenPolicy.trouble(listeningAt: address, hasKeys: hasKeys) != nil) == refuses)
    #expect(ListenPolicy.alertsNeedKey(at: address, hasKeys: hasKeys) == alerts)
    #expect(ListenPolicy.figuresNeedKey(at: address) == figures)
  }

  @Test func saysWhatToDo() throws {
    let trouble = try #require(ListenPolicy.trouble(listeningAt: try ListenAddress(":7780"), hasKeys: false))
    #expect(trouble.code == .configuration)
    #expect(trouble.message.contains("sitrep key create"))
  }
}
