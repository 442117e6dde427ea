import Testing

@testable import Intake

@Suite struct ServerAddressTests {
  @Test(arguments: [
    ("127.0.0.1", true), ("127.9.8.7", true), ("localhost", true), ("LOCALHOST", true), ("::1", true),
    ("0.0.0.0", false), ("::", false), ("bastion", false), ("127.evil.example", false), ("127.0.0.1.example", false),
    ("127.0.0.256", false), ("127.0.0", false), ("1.127.0.0", false), ("", false),
  ])
  func knowsWhatOthersCanReach(host: String, isLoopback: Bool) {
    #expect(ServerAddress(host: host, port: 1).isLoopback == isLoopback)
  }

  @Test func isWrittenAsPeopleWriteIt() {
    #expect(ServerAddress(host: "127.0.0.1", port: 7780).description == "127.0.0.1:7780")
    #expect(ServerAddress(host: "::1", port: 7780).description == "[::1]:7780")
  }
}
