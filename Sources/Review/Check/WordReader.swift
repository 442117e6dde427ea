/// Cuts a block's text into words and leaves out what is quoted: code, speech, output, addresses.
struct WordReader {
  private static let mask: UInt8 = 1
  private static let dash: UInt8 = 3
  /// Fills up what is written in several bytes; it belongs to the word around it.
  private static let filler: UInt8 = 2
  private let low: Int
  private var plain: [UInt8]

  init(_ block: Manuscript.Block, bytes: [UInt8]) {
    low = block.ranges.first?.lowerBound ?? 0
    let high = block.ranges.last?.upperBound ?? low
    plain = [UInt8](repeating: 32, count: max(high - low, 0))
    for range in block.ranges {
      for place in range { plain[place - low] = bytes[place] }
    }
    if case .row = block.kind {
      // A cell ends what was said in the one before.
      for range in block.ranges where range.lowerBound > low { plain[range.lowerBound - low - 1] = UInt8(ascii: "|") }
    }
    straighten()
    hideCode()
    hideMarkup()
    hideQuotes()
    hideOutput()
  }

  func words() -> [Word] {
    var words: [Word] = []
    var stop = Word.Stop.sentence
    var place = 0
    while place < plain.count {
      let byte = plain[place]
      if byte == Self.mask {
        let start = place
        while place < plain.count, plain[place] == Self.mask { place += 1 }
        words.append(
          Word(
            text: Word.quoted, isRaised: false, isCapitals: false, range: low + start..<low + place, stop: stop,
            isQuoted: true, before: 32, after: 32))
        stop = .none
        continue
      }
      let isHandle =
        byte == UInt8(ascii: "@") && place + 1 < plain.count && Self.isWord(plain[place + 1])
        && (place == 0 || !Self.isWord(plain[place - 1]) && plain[place - 1] != UInt8(ascii: "/"))
      guard Self.isWord(byte) || isHandle else {
        stop = max(stop, self.stop(at: place))
        place += 1
        continue
      }
      let start = place
      place += 1
      while place < plain.count, Self.isWord(plain[place]) || isInside(place) { place += 1 }
      words.append(word(start..<place, stop))
      stop = .none
    }
    return words
  }

  private func word(_ range: Range<Int>, _ stop: Word.Stop) -> Word {
    let raw = String(decoding: plain[range].filter { $0 != Self.filler }, as: UTF8.self)
    let letters = raw.filter(\.isLetter)
    return Word(
      text: raw.lowercased(), isRaised: raw.first?.isUppercase ?? false,
      isCapitals: letters.count >= 2 && letters.allSatisfy(\.isUppercase),
      range: low + range.lowerBound..<low + range.upperBound, stop: stop,
      before: range.lowerBound > 0 ? plain[range.lowerBound - 1] : 32,
      after: range.upperBound < plain.count ? plain[range.upperBound] : 32)
  }

  /// A mark within a word: shouldn't, on-call, 12.4, api/v1.
  private func isInside(_ place: Int) -> Bool {
    guard place + 1 < plain.count, Self.isWord(plain[place + 1]) || plain[place + 1] == Self.filler else {
      return false
    }
    switch plain[place] {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
      UInt8(ascii: "@"):
      return plain[place] != UInt8(ascii: ":") || (48...57).contains(plain[place + 1])
    case Self.filler: return true
    default: return false
    }
  }

  private func stop(at place: Int) -> Word.Stop {
    switch plain[place] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .sentence
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "|"), Self.dash: .clause
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"): .comma
    case UInt8(ascii: "-"): plain[max(place - 1, 0)] == 32 ? .clause : .none
    default: .none
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95, filler, 128...255: true
    default: false
    }
  }

  /// Curly quotes and apostrophes become straight ones, dashes a mark of their own; no byte moves.
  private mutating func straighten() {
    var place = 0
    while place + 2 < plain.count {
      if plain[place] == 0xE2, plain[place + 1] == 0x80 {
        let mark: UInt8? =
          switch plain[place + 2] {
          case 0x98, 0x99: UInt8(ascii: "'")
          case 0x9C, 0x9D: UInt8(ascii: "\"")
          case 0x93, 0x94: Self.dash
          case 0xA6: UInt8(ascii: ".")
          default: nil
          }
        if let mark {
          let rest = mark == UInt8(ascii: "'") ? Self.filler : 32
          plain[place] = mark
          plain[place + 1] = rest
          plain[place + 2] = rest
        }
        place += 3
      } else {
        place += 1
      }
    }
    // A filler that follows no letter belongs to no word.
    for place in plain.indices where plain[place] == Self.filler {
      let next = plain[place...].first { $0 != Self.filler } ?? 32
      if !Self.isWord(next) { plain[place] = 32 }
    }
  }

  private mutating func hide(_ range: Range<Int>, with byte: UInt8 = mask) {
    for place in range where place < plain.count { plain[place] = byte }
  }

  private mutating func hideCode() {
    var place = 0
    while let start = plain[place...].firstIndex(of: UInt8(ascii: "`")) {
      let length = plain[start...].prefix { $0 == UInt8(ascii: "`") }.count
      place = start + length
      var end = place
      while let next = plain[end...].firstIndex(of: UInt8(ascii: "`")) {
        let run = plain[next...].prefix { $0 == UInt8(ascii: "`") }.count
        end = next + run
        if run == length {
          hide(start..<end)
          place = end
          break
        }
      }
      if place >= plain.count { return }
    }
  }

  /// Addresses of links, HTML, and what stands between `<` and `>`.
  private mutating func hideMarkup() {
    var place = 0
    while place < plain.count {
      if plain[place] == UInt8(ascii: "]"), place + 1 < plain.count, plain[place + 1] == UInt8(ascii: "("),
        let end = plain[place...].firstIndex(of: UInt8(ascii: ")"))
      {
        hide(place..<end + 1, with: 32)
        place = end
      } else if plain[place] == UInt8(ascii: "<"), place + 1 < plain.count,
        Self.isWord(plain[place + 1]) || plain[place + 1] == UInt8(ascii: "/") || plain[place + 1] == UInt8(ascii: "!"),
        let end = plain[place...].prefix(300).firstIndex(of: UInt8(ascii: ">"))
      {
        hide(place..<end + 1, with: 32)
        place = end
      } else if plain[place...].starts(with: "http://".utf8) || plain[place...].starts(with: "https://".utf8) {
        let end = plain[place...].firstIndex { $0 == 32 || $0 == UInt8(ascii: ")") } ?? plain.count
        hide(place..<end)
        place = end
      }
      place += 1
    }
  }

  private mutating func hideQuotes() {
    hideSpeech()
    // A single quote opens before a word that has none before it, and closes behind one.
    var place = 0
    while place < plain.count {
      guard plain[place] == UInt8(ascii: "'"), place == 0 || !Self.isWord(plain[place - 1]), place + 1 < plain.count,
        Self.isWord(plain[place + 1])
      else {
        place += 1
        continue
      }
      let end = plain[(place + 1)...].indices.prefix(200).first { index in
        plain[index] == UInt8(ascii: "'") && (index + 1 == plain.count || !Self.isWord(plain[index + 1]))
      }
      if let end {
        hide(place..<end + 1)
        place = end
      }
      place += 1
    }
  }

  private mutating func hideSpeech() {
    let mark = UInt8(ascii: "\"")
    var place = 0
    while place < plain.count, let start = plain[place...].firstIndex(of: mark), start + 1 < plain.count {
      guard let end = plain[(start + 1)...].prefix(600).firstIndex(of: mark) else { return }
      hide(start..<end + 1)
      place = end + 1
    }
  }

  /// What a program printed or a person said, behind "prints:" or "said:", to the end of the block.
  private mutating func hideOutput() {
    let verbs: Set = [
      "prints", "printed", "print", "output", "outputs", "logs", "logged", "log", "says", "said", "message", "messages",
      "reads", "returned", "returns", "reported", "asked", "wrote", "replied", "quote",
    ]
    for place in plain.indices where plain[place] == UInt8(ascii: ":") {
      guard place + 1 >= plain.count || plain[place + 1] == 32 else { continue }
      let start = plain[..<place].lastIndex { !Self.isWord($0) }.map { $0 + 1 } ?? 0
      guard verbs.contains(String(decoding: plain[start..<place], as: UTF8.self).lowercased()) else { continue }
      return hide(place + 1..<plain.count)
    }
  }
}
