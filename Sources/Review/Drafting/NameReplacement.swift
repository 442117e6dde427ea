/// Names of people that are looked for in texts, and what stands there instead: one pass over the bytes of a text,
/// whatever the number of names.
struct NameReplacement {
  /// How strictly a name is looked for.
  enum Strictness {
    /// As it is written; letters, digits and "_" next to it make it part of another word.
    case asWritten
    /// In capitals and small letters alike; only a letter makes it part of another word, so "mira_2" holds "mira".
    case anyForm
  }

  /// A name to look for, in bytes.
  private struct Candidate {
    var name: [UInt8]
    var alias: [UInt8]
    var raisedAlias: [UInt8]
    var isRaisedOnly: Bool
  }

  /// By the first byte, the longest first, so that "Anna Maria" is found before "Anna".
  private var candidates: [[Candidate]] = Array(repeating: [], count: 256)
  private let strictness: Strictness
  private(set) var isEmpty = true

  init(_ strictness: Strictness) { self.strictness = strictness }

  /// - Parameter isRaisedOnly: it counts only where it begins with a capital: "Brown" is a name, "brown" a colour.
  mutating func add(_ name: String, alias: String, isRaisedOnly: Bool = false) {
    var forms: Set = [name, Self.raised(name)]
    if strictness == .anyForm { forms.formUnion([name.lowercased(), name.uppercased()]) }
    var kept: Set<[UInt8]> = []
    for form in forms {
      let bytes = form.utf8.map(folded)
      guard let first = bytes.first, kept.insert(bytes).inserted else { continue }
      isEmpty = false
      candidates[Int(first)].append(
        Candidate(
          name: bytes, alias: Array(alias.utf8), raisedAlias: Array(Self.raised(alias).utf8),
          isRaisedOnly: isRaisedOnly))
    }
  }

  /// To be called once all names are there.
  mutating func sort() {
    for place in candidates.indices { candidates[place].sort { $0.name.count > $1.name.count } }
  }

  func replaced(in text: String) -> String {
    guard !isEmpty else { return text }
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      var copied = 0
      var place = 0
      while place < bytes.count {
        guard !candidates[Int(folded(bytes[place]))].isEmpty, isEdge(bytes, place),
          let found = found(in: bytes, at: place)
        else {
          place += 1
          continue
        }
        let start = place > copied && bytes[place - 1] == UInt8(ascii: "@") ? place - 1 : place
        result += bytes[copied..<start]
        result += Self.startsSentence(bytes, start) ? found.raisedAlias : found.alias
        place += found.name.count
        copied = place
      }
      guard copied > 0 else { return String(decoding: bytes, as: UTF8.self) }
      result += bytes[copied...]
      return String(decoding: result, as: UTF8.self)
    }
  }

  private func found(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Candidate? {
    candidates[Int(folded(bytes[place]))].first { candidate in
      let end = place + candidate.name.count
      guard end <= bytes.count, isEdge(bytes, end) else { return false }
      if candidate.isRaisedOnly, (97...122).contains(bytes[place]) { return false }
      for offset in candidate.name.indices where folded(bytes[place + offset]) != candidate.name[offset] {
        return false
      }
      return true
    }
  }

  /// Whether a word may begin or end between a byte and the one before it.
  private func isEdge(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place > 0, place < bytes.count else { return true }
    let (before, after) = (kind(bytes[place - 1]), kind(bytes[place]))
    return before != after || before == .mark
  }

  private enum Kind { case letter, digit, mark }

  /// Every byte outside ASCII counts as a letter, since most of them are.
  private func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case 65...90, 97...122, 128...255: .letter
    case 48...57: strictness == .asWritten ? .letter : .digit
    case 95: strictness == .asWritten ? .letter : .mark
    default: .mark
    }
  }

  private func folded(_ byte: UInt8) -> UInt8 {
    strictness == .anyForm && (65...90).contains(byte) ? byte + 32 : byte
  }

  static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func startsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    guard bytes[start - 1] == UInt8(ascii: " ") else { return false }
    guard let end = bytes[..<start].last(where: { $0 != UInt8(ascii: " ") }) else { return true }
    return end == UInt8(ascii: ".") || end == UInt8(ascii: "!") || end == UInt8(ascii: "?")
  }
}
