import Desk
import Testing

@testable import Intake

@Suite struct KeyRingTests {
  private static let ring = KeyRing([
    SenderKey(name: "a", hash: KeyRing.hash(of: "secret-a")), SenderKey(name: "b", hash: KeyRing.hash(of: "secret-b")),
  ])

  @Test(arguments: [
    ("secret-a", "a"), ("secret-b", "b"), ("secret-c", nil), ("", nil), ("secret-a ", nil), ("SECRET-A", nil),
  ])
  func knowsAKeyByItsWholeText(text: String, name: String?) {
    #expect(Self.ring.key(presented: text)?.name == name)
  }

  @Test func aDamagedHashFitsNothing() {
    #expect(KeyRing([SenderKey(name: "x", hash: [])]).key(presented: "") == nil)
    #expect(KeyRing().isEmpty)
  }
}
