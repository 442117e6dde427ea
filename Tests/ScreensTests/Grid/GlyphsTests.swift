import Screens
import Testing

@Suite struct GlyphsTests {
  @Test(
    arguments: [
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"), ([5, 5], "▁▁"), ([], ""), ([1, .nan, 9], "▁ █"), ([.infinity], " "),
      ([-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude], "▁█"),
    ] as [([Double], String)])
  func sparkline(values: [Double], expected: String) {
    #expect(Glyphs.unicode.sparkline(values) == expected)
  }

  @Test func asciiSetIsASCII() {
    let set = Glyphs.ascii
    let all =
      [
        set.ellipsis, set.bullet, set.separator, set.arrow, set.backArrow, set.upArrow, set.downArrow,
        set.horizontalRule, set.verticalRule, set.topLeft, set.topRight, set.bottomLeft, set.bottomRight, set.check,
        set.cross, set.open, set.skipped, set.marker, set.replacement, set.newline,
      ] + set.bars
    for glyph in all { #expect(glyph.isASCII) }
  }

  @Test func unicodeSetIsOneColumnEach() {
    let set = Glyphs.unicode
    for glyph in [set.ellipsis, set.bullet, set.arrow, set.check, set.cross, set.open, set.horizontalRule] + set.bars {
      #expect(Sanitizer.width(of: String(glyph)) == 1)
    }
  }
}
