/// Makes a text short enough where that can be done so that it reads well.
enum Shortening {
  /// The text in at most `width` columns: whole where it fits, else up to a word's end and an ellipsis; inside a word
  /// only where the last word's end would waste more than a third.
  static func words(_ text: String, width: Int, glyphs: Glyphs) -> String {
    guard width > 0 else { return "" }
    if Sanitizer.width(of: text, glyphs: glyphs) <= width { return text }
    let clipped = Sanitizer.clipped(text, to: width, glyphs: glyphs)
    let kept = clipped.dropLast()
    guard let blank = kept.lastIndex(of: " ") else { return clipped }
    let whole = String(kept[..<blank])
    guard Sanitizer.width(of: whole, glyphs: glyphs) * 3 >= width * 2 else { return clipped }
    var end = whole[...]
    while let last = end.last, last == " " || last == "," || last == ":" || last == "(" { end = end.dropLast() }
    return String(end) + String(Character(glyphs.ellipsis))
  }
}
