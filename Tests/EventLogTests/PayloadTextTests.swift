import EventLog
import TestSupport
import Testing

@Suite("Payload text")
struct PayloadTextTests {
  struct Body: EventPayload {
    static let kind = "toy.body"
    var zebra = "a/b \"q\" \u{1}\n☃"
    var alpha = ["z": 1, "a": 2, "m": 3]
    var missing: String?
    var span = Span.minutes(15)
    var at = Instant.at("10:00")
  }

  @Test("is the same bytes for the same body: sorted keys, no spaces, no escaped slashes, nothing for nil")
  func stable() {
    let text = PayloadText.encode(Body())
    #expect(
      text == #"{"alpha":{"a":2,"m":3,"z":1},"at":"2026-11-21T10:00:00.000Z","span":900000,"#
        + #""zebra":"a/b \"q\" \u0001\n☃"}"#)
    #expect(PayloadText.decode(Body.self, from: text) == Body())
    for _ in 0..<20 { #expect(PayloadText.encode(Body()) == text) }
  }

  @Test("reads what a newer Sitrep added, and refuses what is no JSON")
  func newer() {
    #expect(PayloadText.decode(EventRedacted.self, from: #"{"reason":"r","replacements":[],"added":1}"#) != nil)
    for text in ["", "{", "null", "[]", #"{"reason":1,"replacements":[]}"#] {
      #expect(PayloadText.decode(EventRedacted.self, from: text) == nil)
    }
  }

  @Test("keeps a set in order, so that equal states are equal bytes")
  func sets() {
    var numbers = SeededNumbers(seed: 4)
    let ids = (Int64(1)...40).map { EventID(node: "a", sequence: $0) }
    let expected = PayloadText.encode(InOrder(wrappedValue: Set(ids)))
    for _ in 0..<20 {
      var set: Set<EventID> = []
      set.reserveCapacity(.random(in: 0...500, using: &numbers))
      for id in ids.shuffled(using: &numbers) { set.insert(id) }
      #expect(PayloadText.encode(InOrder(wrappedValue: set)) == expected)
    }
    #expect(PayloadText.decode(InOrder<EventID>.self, from: expected)?.wrappedValue == Set(ids))
  }

  @Test(
    "carries any JSON value there and back",
    arguments: [
      "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808", "0.5", "-2.25", "\"\"",
      "\"☃\\n\"", "[]", "{}", "[1,\"1\",true,null]", #"{"a":{"b":[{"c":null}]},"z":1.5}"#,
    ])
  func values(text: String) throws {
    let value = try #require(PayloadText.decode(JSONValue.self, from: text))
    #expect(PayloadText.encode(value) == text)
    #expect(PayloadText.decode(JSONValue.self, from: PayloadText.encode(value)) == value)
  }

  @Test("tells truth from number and number from text")
  func kinds() {
    #expect(PayloadText.decode(JSONValue.self, from: "1") == .integer(1))
    #expect(PayloadText.decode(JSONValue.self, from: "true") == .bool(true))
    #expect(PayloadText.decode(JSONValue.self, from: "1.5") == .number(1.5))
    #expect(PayloadText.decode(JSONValue.self, from: "\"1\"")?.string == "1")
    #expect(PayloadText.decode(JSONValue.self, from: #"{"a":1}"#)?["a"] == .integer(1))
  }
}
