import Settings
import Testing

@Suite struct ListenAddressTests {
  @Test(arguments: [
    ("127.0.0.1:7780", "127.0.0.1", 7780, true), ("127.9.9.9:1", "127.9.9.9", 1, true),
    ("127.0.0.1:0", "127.0.0.1", 0, true),
    ("localhost:80", "localhost", 80, true), ("[::1]:7780", "::1", 7780, true),
    ("0.0.0.0:7780", "0.0.0.0", 7780, false),
    ("[::]:7780", "::", 7780, false), ("127.0.0.1.evil.org:80", "127.0.0.1.evil.org", 80, false),
    ("ops-1.example.org:65535", "ops-1.example.org", 65_535, false),
  ])
  func reads(text: String, host: String, port: Int, isLoopback: Bool) throws {
    let address = try #require(ListenAddress(text))
    #expect(address == ListenAddress(host: host, port: port))
    #expect(address.isLoopback == isLoopback)
    #expect(address.description == text)
  }

  @Test(arguments: [
    "", ":80", "host", "host:", "host:-1", "host:65536", "host:x", "a b:80", "[::1:80", "[host]:80", "::1:80",
  ])
  func refuses(text: String) {
    #expect(ListenAddress(text) == nil)
  }
}
