import EventLog
import Testing

@Suite struct OutwardAddressTests {
  @Test(arguments: [
    ("https://hooks.slack.com/services/T/B/x?a=1", "hooks.slack.com", nil as Int?, "/services/T/B/x?a=1", true, false),
    ("HTTP://LocalHost:8080", "localhost", 8080, "", false, true),
    ("http://127.0.0.1:80/", "127.0.0.1", 80, "/", false, true),
    ("http://127.1.2.3/", "127.1.2.3", nil, "/", false, true),
    ("https://[::1]:443/a", "::1", 443, "/a", true, true),
    ("http://127.0.0.1.example.org/", "127.0.0.1.example.org", nil, "/", false, false),
    ("https://example.org?x=/y", "example.org", nil, "?x=/y", true, false),
  ])
  func partsAreTold(
    text: String, host: String, port: Int?, path: String, isEncrypted: Bool, isLoopback: Bool
  ) throws {
    let address = try #require(OutwardAddress(text))
    #expect(address.host == host && address.port == port && address.path == path)
    #expect(address.isEncrypted == isEncrypted && address.isLoopback == isLoopback)
    #expect(address.isAllowed == (isEncrypted || isLoopback))
  }

  @Test(arguments: [
    "", "https://", "https:///x", "ftp://example.org", "example.org", "https://user@example.org/", "https://a b/",
    "https://example.org/ä", "https://example.org:0/", "https://example.org:x/", "https://[::1/", "https://e_x!/",
    "https://example.org/\r\nHost: other", "https://example.org/#part", "javascript://x",
  ])
  func anythingElseIsNone(text: String) {
    #expect(OutwardAddress(text) == nil)
  }
}
