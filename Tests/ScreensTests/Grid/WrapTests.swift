import Screens
import Testing

@Suite struct WrapTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]),
    ("one two three", 3, ["one", "two", "thr", "ee"]),
    ("  indented text", 10, ["  indented", "text"]),
    ("a\n\nb", 5, ["a", "", "b"]),
    ("", 5, [""]),
    ("日本語 テスト", 7, ["日本語", "テスト"]),
    ("日本語", 3, ["日", "本", "語"]),
    ("日a", 1, ["a"]),
    ("esc\u{1B}[2J x", 5, ["esc␛[", "2J x"]),
    ("trailing   ", 8, ["trailing"]),
  ])
  func breaksBetweenWords(text: String, width: Int, expected: [String]) {
    #expect(Wrap.lines(text, width: width) == expected)
  }

  @Test(arguments: 0..<10)
  func noLineIsTooWide(seed: UInt64) {
    var random = SeededScalars(seed: seed)
    for _ in 0..<200 {
      let text = random.text(count: 40)
      let width = Int.random(in: 1...12, using: &random)
      for line in Wrap.lines(text, width: width) { #expect(Sanitizer.width(of: line) <= width) }
    }
  }

  @Test func nothingFitsIntoNoWidth() { #expect(Wrap.lines("text", width: 0) == []) }
}
