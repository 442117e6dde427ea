/// Breaks text into lines of a grid.
package enum Wrap {
  /// The lines of a text, each at most `width` columns, broken between words where that is possible. Line ends in the
  /// text stay; blanks at a break go, those that indent a line stay.
  /// - Parameter used: the columns of the first line that something else takes.
  /// - Returns: sanitized lines, at least one; none when `width` is below 1.
  package static func lines(_ text: String, width: Int, used: Int = 0, glyphs: Glyphs = .unicode) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var line = Line(width: width, used: min(max(0, used), width))
    for character in SafeCharacters(text, glyphs: glyphs, keepsNewlines: true) {
      if character.base == "\n" {
        lines.append(line.finish())
        line = Line(width: width)
      } else {
        line.add(character, finished: &lines)
      }
    }
    lines.append(line.finish())
    return lines
  }

  /// The line under way: what is settled, and the word that may yet move to the next line.
  private struct Line {
    private let whole: Int
    /// Of the line under way: less than the whole where something stands before it.
    private var width: Int
    var settled: [SafeCharacter] = []
    var settledWidth = 0
    var word: [SafeCharacter] = []
    var wordWidth = 0
    var hasWords: Bool

    init(width: Int, used: Int = 0) {
      whole = width
      self.width = width - used
      hasWords = used > 0
    }

    mutating func add(_ character: SafeCharacter, finished: inout [String]) {
      // A wide character in a line of one column has no room anywhere.
      guard Int(character.width) <= whole else { return }
      if character.base == " " {
        settle()
        // At the end of a full line a blank has done its work.
        guard settledWidth < width else { return }
        settled.append(character)
        settledWidth += 1
        return
      }
      if settledWidth + wordWidth + Int(character.width) > width {
        if hasWords {
          let (moved, movedWidth) = (word, wordWidth)
          (word, wordWidth) = ([], 0)
          let text = finish()
          finished.append(text)
          (word, wordWidth) = (moved, movedWidth)
        } else {
          settle()
          finished.append(finish())
        }
      }
      word.append(character)
      wordWidth += Int(character.width)
    }

    private mutating func settle() {
      hasWords = hasWords || !word.isEmpty
      settled.append(contentsOf: word)
      settledWidth += wordWidth
      (word, wordWidth) = ([], 0)
    }

    /// The line as text without blanks at its end; leaves an empty line.
    mutating func finish() -> String {
      settle()
      while settled.last?.base == " " { settled.removeLast() }
      var text = String.UnicodeScalarView()
      for character in settled { character.append(to: &text) }
      (settled, settledWidth, hasWords, width) = ([], 0, false, whole)
      return String(text)
    }
  }
}
