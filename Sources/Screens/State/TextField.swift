/// One line of text under a cursor. It never holds a line's end or another control character.
package struct TextField: Hashable, Sendable {
  /// What a key did to it.
  package enum Response: Hashable, Sendable { case edited, submitted, cancelled, ignored }

  package private(set) var characters: [Character]
  /// Between 0 and the number of characters.
  package private(set) var cursor: Int

  /// More than anybody types, and little enough to lay out at each key.
  static let limit = 8_000

  package init(_ text: String = "") {
    characters = TextField.oneLine(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  package mutating func press(_ key: Key) -> Response {
    switch key {
    case .enter: return .submitted
    case .escape, .control("c"), .control("g"): return .cancelled
    case .character(let character): return insert([character])
    case .paste(let text): return insert(TextField.oneLine(text))
    case .backspace, .control("h"): return remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): return remove(cursor..<min(characters.count, cursor + 1))
    case .control("u"): return remove(0..<cursor)
    case .control("k"): return remove(cursor..<characters.count)
    case .control("w"), .alt("\u{7F}"): return remove(wordStart..<cursor)
    case .left, .control("b"): return move(to: cursor - 1)
    case .right, .control("f"): return move(to: cursor + 1)
    case .home, .control("a"): return move(to: 0)
    case .end, .control("e"): return move(to: characters.count)
    case .alt("b"): return move(to: wordStart)
    case .alt("f"): return move(to: wordEnd)
    default: return .ignored
    }
  }

  /// Line ends of a paste become blanks, those at its end go; nothing in it can submit or steer.
  private static func oneLine(_ text: String) -> [Character] {
    var characters: [Character] = []
    for character in text {
      if character.isNewline || character == "\t" {
        if characters.last != " " { characters.append(" ") }
      } else if !character.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
        characters.append(character)
      }
    }
    if let end = text.last, end.isNewline, characters.last == " " { characters.removeLast() }
    return characters
  }

  private mutating func insert(_ new: [Character]) -> Response {
    let fit = new.filter { !$0.isNewline }.prefix(max(0, TextField.limit - characters.count))
    characters.insert(contentsOf: fit, at: cursor)
    cursor += fit.count
    return .edited
  }

  private mutating func remove(_ range: Range<Int>) -> Response {
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return .edited
  }

  private mutating func move(to place: Int) -> Response {
    cursor = min(max(0, place), characters.count)
    return .edited
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place] == " " { place += 1 }
    while place < characters.count, characters[place] != " " { place += 1 }
    return place
  }

  /// The part around the cursor that fits into a width, and the cursor's column in it.
  func window(width: Int, glyphs: Glyphs) -> (text: String, column: Int) {
    guard width > 1 else { return ("", 0) }
    var start = cursor
    var column = 0
    while start > 0 {
      let next = Sanitizer.width(of: String(characters[start - 1]), glyphs: glyphs)
      guard column + next < width else { break }
      column += next
      start -= 1
    }
    var end = cursor
    var used = column
    while end < characters.count {
      let next = Sanitizer.width(of: String(characters[end]), glyphs: glyphs)
      guard used + next <= width else { break }
      used += next
      end += 1
    }
    return (String(characters[start..<end]), column)
  }
}
