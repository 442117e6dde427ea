import EventLog
import Testing

@testable import Intake

@Suite struct JSONReaderTests {
  private static func fault(in text: String) -> JSONFault? { fault(in: Array(text.utf8)) }

  private static func fault(in bytes: [UInt8]) -> JSONFault? {
    var reader = JSONReader(bytes)
    do throws(JSONFault) {
      try reader.skip()
      try reader.end()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "{}", "[]", "\"\"", "0", "-0", "-12.5e+3", "1E9", "true", "false", "null", " [ 1 , {\"a\" : [ ] } ] \r\n\t",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", "\"\u{7F}\u{202E}\u{1F525}\"", "{\"a\":1,\"a\":2}",
  ])
  func acceptsWhatTheGrammarAllows(text: String) { #expect(Self.fault(in: text) == nil) }

  @Test(arguments: [
    "", " ", "{", "[1,", "[1 2]", "[,1]", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "\"", "\"\\", "\"\\x\"",
    "\"\\u12\"", "\"\\u12g4\"", "\"\n\"", "01", "-", "1.", ".5", "1e", "+1", "tru", "nul", "NaN", "{} {}", "[1]]",
    "'a'",
    "\u{FEFF}{}", "1x", "[1}", "{\"a\":1]",
  ])
  func refusesEverythingElse(text: String) { #expect(Self.fault(in: text) != nil) }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(Self.fault(in: [34, 0xC3, 34])?.problem == "a string is not UTF-8")
    #expect(Self.fault(in: [34, 0xED, 0xA0, 0x80, 34])?.problem == "a string is not UTF-8")
    #expect(Self.fault(in: [34, 0xC0, 0x80, 34])?.problem == "a string is not UTF-8")
  }

  @Test func goesNoDeeperThanItsLimit() {
    let limit = JSONReader.depthLimit
    #expect(Self.fault(in: String(repeating: "[", count: limit) + String(repeating: "]", count: limit)) == nil)
    let fault = Self.fault(in: String(repeating: "[", count: 100_000))
    #expect(fault == JSONFault("it is nested deeper than \(limit) levels", at: limit))
  }

  @Test(arguments: [
    (#""plain""#, "plain"), (#""a\u0000b\u001b""#, "a\0b\u{1B}"), (#""\ud83d\udd25""#, "\u{1F525}"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\udd25x""#, "\u{FFFD}x"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    (#""\ud83dA""#, "\u{FFFD}A"), (#""é漢\/""#, "é漢/"),
  ])
  func readsText(json: String, text: String) throws {
    var reader = JSONReader(Array(json.utf8))
    #expect(try reader.string() == text)
    try reader.end()
  }

  @Test func walksNestedValuesInOrder() throws {
    var reader = JSONReader(Array(#"{"a":[1,"x"],"b":{"c":null},"d":true}"#.utf8))
    var seen: [String] = []
    try reader.openObject()
    while let key = try reader.nextKey() {
      seen.append(key)
      switch key {
      case "a":
        try reader.openArray()
        while try reader.nextElement() {
          seen.append(try reader.next() == .number ? try reader.number() : try reader.string())
        }
      case "d": seen.append(try reader.bool() ? "yes" : "no")
      default: try reader.skip()
      }
    }
    try reader.end()
    #expect(seen == ["a", "1", "x", "b", "d", "yes"])
  }

  @Test func saysWhatStandsWhereSomethingElseBelongs() {
    var reader = JSONReader(Array(" 12".utf8))
    #expect(throws: JSONFault("a number stands where a string belongs", at: 1)) { try reader.string() }
  }

  /// Foundation's decoder is the second opinion; it cannot be asked about depth and lone surrogates.
  @Test func agreesWithASecondOpinionOnMangledDocuments() throws {
    let bodies = try CapturedBody.allCases.map { try $0.bytes() }
    var mangler = Mangler(seed: 7)
    var accepted = 0
    for round in 0..<2_000 {
      let body = mangler.mangle(bodies[round % bodies.count])
      let isAccepted = Self.fault(in: body) == nil
      let isKnownDifference = String(decoding: body, as: UTF8.self).lowercased().contains("\\ud8")
      guard let text = String(validating: body, as: UTF8.self), !isKnownDifference, !text.contains("1e999") else {
        continue
      }
      #expect(isAccepted == (PayloadText.decode(JSONValue.self, from: text) != nil), "\(text)")
      if isAccepted { accepted += 1 }
    }
    #expect((100...1_900).contains(accepted))
  }
}
