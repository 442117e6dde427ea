import Testing

@testable import Screens

/// The one line that all text is typed into.
@Suite struct TextFieldTests {
  static let editing: [([Key], String)] = [
    ([Key.character("a"), .character("b"), .left, .character("x")], "axb"),
    ([.character("a"), .character("b"), .backspace], "a"),
    ([.character("a"), .character("b"), .home, .delete], "b"),
    ([.character("a"), .character(" "), .character("b"), .control("w")], "a "),
    ([.character("a"), .character("b"), .left, .control("u")], "b"),
    ([.character("a"), .character("b"), .control("a"), .control("k")], ""),
    ([.paste("one\ntwo\r\nthree\n")], "one two three"),
    ([.paste("a\u{1B}[31mred\u{7}")], "a[31mred"),
    ([.backspace, .delete, .left, .right, .control("w")], ""),
  ]

  @Test(arguments: editing)
  func edits(keys: [Key], expected: String) {
    var field = TextField()
    for key in keys { #expect(field.press(key) == .edited) }
    #expect(field.text == expected)
  }

  @Test func onlyEnterSubmitsAndThreeKeysCancel() {
    var field = TextField("x")
    #expect(field.press(.enter) == .submitted)
    for key in [Key.escape, .control("c"), .control("g")] { #expect(field.press(key) == .cancelled) }
    for key in [Key.tab, .up, .function(1), .unknown] { #expect(field.press(key) == .ignored) }
    #expect(field.press(.paste("a\nb\n")) == .edited)
  }

  @Test func longPastesAreCut() {
    var field = TextField()
    _ = field.press(.paste(String(repeating: "a", count: 50_000)))
    #expect(field.characters.count == TextField.limit)
  }

  @Test(arguments: 2...20)
  func theCursorStaysInTheWindow(width: Int) {
    var field = TextField("die 日本語 is a wide text, rather long")
    for _ in 0..<field.characters.count {
      let window = field.window(width: width, glyphs: .unicode)
      #expect(window.column < width)
      #expect(Sanitizer.width(of: window.text) <= width)
      _ = field.press(.left)
    }
  }
}
