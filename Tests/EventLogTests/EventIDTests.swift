import EventLog
import Testing

@Suite("Event ids")
struct EventIDTests {
  @Test("are read as they are written", arguments: [("k3f9q2", 1042), ("a-b", 1), ("x", .max)] as [(String, Int64)])
  func roundTrip(node: String, sequence: Int64) {
    let id = EventID(node: node, sequence: sequence)
    #expect(EventID(id.description) == id)
    #expect(PayloadText.decode([EventID].self, from: PayloadText.encode([id])) == [id])
  }

  @Test(
    "have one way to be written",
    arguments: [
      "", "-", "k3f9q2", "k3f9q2-", "-5", "k3f9q2-0", "k3f9q2--5x", "k3f9q2-+5", "k3f9q2-007", "k3f9q2-1 ",
      "k3f9q2-9223372036854775808", "k3f9q2-٣",
    ])
  func refuses(text: String) {
    #expect(EventID(text) == nil)
    #expect(PayloadText.decode([EventID].self, from: "[\"\(text)\"]") == nil)
  }

  @Test("are ordered by number within a node")
  func order() {
    #expect(EventID(node: "a", sequence: 9) < EventID(node: "a", sequence: 10))
    #expect(EventID(node: "a", sequence: 10) < EventID(node: "b", sequence: 1))
  }
}
