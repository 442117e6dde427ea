import TestSupport

/// Damages a body the way that broken senders, proxies and people do.
struct Mangler {
  private var random: SeededNumbers

  init(seed: UInt64) { random = SeededNumbers(seed: seed) }

  /// Words that fit the grammar in some places and not in others.
  private static let words: [String] = [
    "null", "true", "-0", "1e999", "12", "\"\"", "\"x\"", "{}", "[]", "[[[[", "{\"a\":", "\\u0000", "\\ud800", "\\",
    "\"",
    "\u{0}", "\u{202E}", "0001-01-01T00:00:00Z", "9999-12-31T23:59:60+23:59", "firing", ",", ":", "}", "]",
  ]

  mutating func mangle(_ body: [UInt8]) -> [UInt8] {
    var mangled = body
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&mangled) }
    return mangled
  }

  private mutating func change(_ body: inout [UInt8]) {
    guard !body.isEmpty else { return }
    let start = Int.random(in: 0..<body.count, using: &random)
    let end = min(body.count, start + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: body[start] = UInt8.random(in: 0...255, using: &random)
    case 1: body[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: body.removeSubrange(start..<end)
    case 3: body.removeSubrange(start...)
    case 4: body.insert(contentsOf: body[start..<end], at: start)
    case 5: body.insert(contentsOf: Self.words.randomElement(using: &random).map { Array($0.utf8) } ?? [], at: start)
    case 6: replaceValue(in: &body, from: start)
    default: body.swapAt(start, end - 1)
    }
  }

  /// Puts another value behind the next colon, so that the document stays whole and a field gets the wrong type.
  private mutating func replaceValue(in body: inout [UInt8], from start: Int) {
    guard let colon = body[start...].firstIndex(of: 58), let word = Self.words.randomElement(using: &random) else {
      return
    }
    var end = colon + 1
    var isText = false
    var depth = 0
    while end < body.count {
      switch body[end] {
      case 34 where body[end - 1] != 92: isText.toggle()
      case 123 where !isText, 91 where !isText: depth += 1
      case 125 where !isText, 93 where !isText: depth -= 1
      default: break
      }
      if !isText, depth < 0 || (depth == 0 && body[end] == 44) { break }
      end += 1
    }
    body.replaceSubrange(colon + 1..<end, with: Array(word.utf8))
  }
}
