import Screens
import Testing

@Suite struct SanitizerTests {
  @Test(arguments: [
    ("plain text 42 %", "plain text 42 %"),
    ("a\u{1B}[31mb\u{07}c", "a␛[31mb␇c"),
    ("x\u{9B}31m\u{9D}0;t\u{9C}y", "x□31m□0;t□y"),
    ("a\tb\nc\r\nd\re", "a b␊c␊d␍e"),
    ("line\u{2028}end\u{2029}", "line␊end␊"),
    ("pay\u{202E}lap\u{2066}x\u{2069}\u{200E}", "pay□lap□x□□"),
    ("ser\u{200B}vice\u{FEFF}\u{00AD}", "ser□vice□□"),
    ("\u{0301}e\u{0301}\u{0302}\u{0303}\u{0304}", "e\u{0301}\u{0302}"),
    (" \u{0301}x", " x"),
    ("nb\u{00A0}sp\u{3000}w\u{2800}", "nb sp w "),
    ("⚠\u{FE0F} 1\u{FE0F}\u{20E3}", "⚠ 1□"),
    ("👩\u{200D}🚒!", "👩!"),
    ("👍\u{1F3FD}", "👍"),
    ("🇨🇦", "CA"),
    ("a\u{200D}b", "a□b"),
    ("🔥\u{200D}b", "🔥b"),
    ("\u{E000}\u{10FFFF}\u{1FAE9}\u{0378}", "□□□□"),
    ("\u{E0041}\u{E0042}ok", "ok"),
    ("日本語 ż é", "日本語 ż é"),
    ("\u{7F}", "␡"),
  ])
  func makesTextFitForTheScreen(text: String, expected: String) {
    #expect(scalars(Sanitizer.plain(text)) == scalars(expected))
  }

  @Test(arguments: [
    ("Ünïcode – “quoted” … → ok", "Unicode - \"quoted\" ~ > ok"),
    ("日本", "??"), ("\u{1B}[2J\u{9B}", "?[2J?"), ("a\nb", "a b"), ("ŻÓŁĆ żółć Škoda ÿ", "ZOLC zolc Skoda y"),
    ("▁▂▃▄▅▆▇█", "_.-=+*%#"), ("e\u{0301}", "e"),
  ])
  func asciiKeepsToASCII(text: String, expected: String) {
    #expect(Sanitizer.plain(text, glyphs: .ascii) == expected)
  }

  @Test(arguments: [("a\nb\r\nc", "a\nb\nc"), ("a\u{2028}b\rc", "a\nb␍c"), ("\u{1B}\n", "␛\n")])
  func keepsNewlinesWhenTold(text: String, expected: String) {
    #expect(scalars(Sanitizer.plain(text, keepingNewlines: true)) == scalars(expected))
  }

  @Test(arguments: [("abc", 3), ("日本", 4), ("e\u{0301}", 1), ("🔥!", 3), ("\u{1B}", 1), ("", 0), ("👩\u{200D}🚒", 2)])
  func countsColumns(text: String, width: Int) {
    #expect(Sanitizer.width(of: text) == width)
  }

  @Test(arguments: [
    ("abcdef", 4, "abc…"), ("abcd", 4, "abcd"), ("日本語", 4, "日…"), ("日本語", 5, "日本…"), ("ab", 1, "…"), ("ab", 0, ""),
  ])
  func clips(text: String, width: Int, expected: String) {
    #expect(Sanitizer.clipped(text, to: width) == expected)
  }

  /// Whatever goes in: nothing that steers a terminal or hides comes out, and a second pass changes nothing.
  @Test(arguments: 0..<40)
  func neverLetsAnythingThrough(seed: UInt64) {
    var random = SeededScalars(seed: seed)
    for _ in 0..<250 {
      let text = random.text(count: 12)
      for glyphs in Glyphs.allCases {
        let safe = Sanitizer.plain(text, glyphs: glyphs)
        for scalar in safe.unicodeScalars {
          #expect(isHarmless(scalar), "U+\(String(scalar.value, radix: 16)) came through")
          if glyphs == .ascii { #expect(scalar.isASCII) }
        }
        if let first = safe.unicodeScalars.first {
          #expect(first.properties.generalCategory != .nonspacingMark)
        }
        #expect(scalars(Sanitizer.plain(safe, glyphs: glyphs)) == scalars(safe))
        #expect(Sanitizer.width(of: safe, glyphs: glyphs) == Sanitizer.width(of: text, glyphs: glyphs))
        let sum = Sanitizer.characters(of: text, glyphs: glyphs).reduce(0) { $0 + Int($1.width) }
        #expect(sum == Sanitizer.width(of: text, glyphs: glyphs))
      }
    }
  }

  @Test func everySingleScalarIsHarmlessAlone() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for safe in Sanitizer.plain(String(scalar)).unicodeScalars where !isHarmless(safe) {
        Issue.record("U+\(String(value, radix: 16)) becomes U+\(String(safe.value, radix: 16))")
      }
    }
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator, .enclosingMark:
      return false
    default:
      return !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl && scalar.value != 0x00A0
    }
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
