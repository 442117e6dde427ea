import EventLog
import Incidents

/// What the narrative calls people: by the role they held, so that it tells what happened and not who is to blame.
///
/// Stable: the same person has the same name everywhere, whatever the order in which the names are asked for.
struct RoleNames {
  private var aliases: [String: String] = [:]
  private(set) var people: [PostMortem.Attendee] = []
  /// Names by their first word, the longest first, so that "Anna Maria" is found before "Anna".
  private var byFirstWord: [[UInt8]: [Candidate]] = [:]
  private let keepsNames: Bool

  /// Takes the entries as they stand: in the order of what happened.
  init(_ material: ReviewMaterial, keepsNames: Bool) {
    self.keepsNames = keepsNames
    let intervals = material.incident.roles.sorted { ($0.from, $0.person) < ($1.from, $1.person) }
    for role in Role.allCases {
      var count = 0
      for interval in intervals where interval.role == role && aliases[interval.person] == nil {
        count += 1
        add(interval.person, "the \(Self.ordinal(count))\(role.rawValue)")
      }
    }
    var responders = 0
    func addResponder(_ person: String) {
      guard !person.isEmpty, aliases[person] == nil else { return }
      responders += 1
      add(person, "responder \(responders)")
    }
    if let person = material.incident.acknowledgedBy { addResponder(person) }
    for entry in material.entries where entry.assurance != .machine { addResponder(entry.person) }
    if let next = material.incident.nextCommander { addResponder(next) }
    for attendee in people {
      // As written, and with its first letter raised as at the start of a sentence.
      for name in Set([attendee.name, Self.raised(attendee.name)]) {
        let bytes = Array(name.utf8)
        let first = Array(bytes.prefix(while: Self.isWordByte))
        guard !first.isEmpty else { continue }
        byFirstWord[first, default: []].append(
          Candidate(
            name: bytes, alias: Array(attendee.alias.utf8), raisedAlias: Array(Self.raised(attendee.alias).utf8)))
      }
    }
    for word in byFirstWord.keys { byFirstWord[word]?.sort { $0.name.count > $1.name.count } }
  }

  private static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// What to call somebody; machines keep their names.
  func name(_ person: String) -> String { keepsNames ? person : aliases[person] ?? person }

  /// The text with every known name replaced, in one pass over its bytes.
  func replaced(in text: String) -> String {
    guard !keepsNames, !byFirstWord.isEmpty else { return text }
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      var copied = 0
      var place = 0
      while place < bytes.count {
        guard Self.isWordByte(bytes[place]) else {
          place += 1
          continue
        }
        var end = place + 1
        while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
        if let found = found(in: bytes, place..<end) {
          let start = place > copied && bytes[place - 1] == UInt8(ascii: "@") ? place - 1 : place
          result += bytes[copied..<start]
          result += Self.startsSentence(bytes, start) ? found.raisedAlias : found.alias
          copied = place + found.name.count
          end = max(end, copied)
        }
        place = end
      }
      guard copied > 0 else { return String(decoding: bytes, as: UTF8.self) }
      result += bytes[copied...]
      return String(decoding: result, as: UTF8.self)
    }
  }

  private func found(in bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Candidate? {
    guard let candidates = byFirstWord[Array(bytes[word])] else { return nil }
    return candidates.first { candidate in
      let end = word.lowerBound + candidate.name.count
      guard end <= bytes.count, end == bytes.count || !Self.isWordByte(bytes[end]) else { return false }
      // The first word is known to fit; what follows it must as well.
      return zip(bytes[word.upperBound..<max(end, word.upperBound)], candidate.name.dropFirst(word.count))
        .allSatisfy { $0 == $1 }
    }
  }

  private mutating func add(_ person: String, _ alias: String) {
    aliases[person] = alias
    people.append(PostMortem.Attendee(name: person, alias: alias))
  }

  private static func ordinal(_ count: Int) -> String {
    switch count {
    case 1: ""
    case 2: "second "
    case 3: "third "
    default: "\(count)th "
    }
  }

  private static func startsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    guard bytes[start - 1] == UInt8(ascii: " ") else { return false }
    guard let end = bytes[..<start].last(where: { $0 != UInt8(ascii: " ") }) else { return true }
    return end == UInt8(ascii: ".") || end == UInt8(ascii: "!") || end == UInt8(ascii: "?")
  }

  /// Letters, digits and "_"; every byte outside ASCII counts as part of a word, since most of them are letters.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95, 128...255: true
    default: false
    }
  }

  /// A name to look for, in bytes.
  private struct Candidate {
    var name: [UInt8]
    var alias: [UInt8]
    var raisedAlias: [UInt8]
  }
}
