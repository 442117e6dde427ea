import Screens
import Terminal
import Testing

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      ("a", [.character("a")]), ("\r\n\t", [.enter, .enter, .tab]), ("\u{7F}\u{8}", [.backspace, .backspace]),
      ("\u{3}\u{1A}\u{0}\u{1C}", [.control("c"), .control("z"), .control(" "), .control("\\")]),
      ("é日🔥", [.character("é"), .character("日"), .character("🔥")]),
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]), ("\u{1B}\r", [.unknown]),
      ("\u{1B}[99;99uq", [.character("q")]), ("\u{1B}[?1;2cq", [.character("q")]), ("\u{1B}[Iq", [.character("q")]),
      ("\u{1B}OXq", [.character("q")]), ("\u{1B}O2Pq", [.character("q")]), ("\u{1B}[", []),
      ("\u{1B}]52;c;SGk=\u{7}q", [.character("q")]), ("\u{1B}P1$r\u{1B}\\q", [.character("q")]),
      ("\u{1B}]0;never ends", []), ("\u{1B}[12\u{3}", [.control("c")]), ("\u{9B}", [.unknown]),
    ] as [(String, [Key])])
  func namesKeys(typed: String, expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: scalars(typed), time: 0) == expected)
  }

  @Test func pasteIsOneKey() {
    var decoder = KeyDecoder()
    let tokens: [InputToken] = [.pasteBegin] + scalars("rm -rf /\r\n\tq") + [.key(.up), .pasteEnd] + scalars("y")
    #expect(decoder.keys(from: tokens, time: 0) == [.paste("rm -rf /\r\n\tq"), .character("y")])
  }

  @Test func pasteMayComeInParts() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [.pasteBegin] + scalars("one "), time: 0) == [])
    #expect(decoder.keys(from: scalars("two"), time: 10) == [])
    #expect(decoder.keys(from: [.pasteEnd], time: 20) == [.paste("one two")])
  }

  @Test func anEndInsideThePastedTextEndsNothing() {
    var decoder = KeyDecoder()
    let tokens: [InputToken] = [.pasteBegin] + scalars("x") + [.pasteEnd] + scalars("a1") + [.pasteEnd]
    #expect(decoder.keys(from: tokens, time: 0) == [.paste("xa1")])
  }

  @Test(
    arguments: [
      ("[A", 20, []), ("OBq", 20, [.character("q")]), ("q", 20, [.character("q")]),
      ("[A", 500, [.character("["), .character("A")]),
    ] as [(String, Int64, [Key])])
  func aSequenceThatComesLateDoesNotAct(remainder: String, delay: Int64, expected: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: scalars("\u{1B}"), time: 1_000) == [.escape])
    #expect(decoder.keys(from: scalars(remainder), time: 1_000 + delay) == expected)
  }

  @Test func aHugePasteIsTakenInGoodTime() {
    var decoder = KeyDecoder()
    let text = String(repeating: "x", count: 1_100_000)
    let keys = decoder.keys(from: [.pasteBegin] + scalars(text) + [.pasteEnd], time: 0)
    #expect(keys == [.paste(String(text.prefix(1_048_576)))])
  }

  @Test func twoPastesInOneReadingStayTwo() {
    var decoder = KeyDecoder()
    let one: [InputToken] = [.pasteBegin, .scalar(0x61), .pasteEnd]
    #expect(decoder.keys(from: one + one, time: 0) == [.paste("a"), .paste("a")])
  }

  @Test func aPasteWithoutEndDoesNotEatKeysForEver() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [.pasteBegin] + scalars("x"), time: 0) == [])
    #expect(decoder.keys(from: scalars("q"), time: 5_000) == [.paste("x"), .character("q")])
  }

  private func scalars(_ text: String) -> [InputToken] { text.unicodeScalars.map { .scalar($0.value) } }
}
