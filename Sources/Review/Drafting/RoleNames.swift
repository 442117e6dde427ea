import EventLog
import Incidents

/// What the narrative calls people: by the role they held, so that it tells what happened and not who is to blame.
///
/// Stable: the same person has the same name everywhere, whatever the order in which the names are asked for.
struct RoleNames {
  private var aliases: [String: String] = [:]
  private(set) var people: [PostMortem.Attendee] = []
  /// Names by their first word, the longest first, so that "Anna Maria" is found before "Anna".
  private var byFirstWord: [String: [(name: String, alias: String)]] = [:]
  private let keepsNames: Bool

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
    let entries = material.entries.filter { $0.assurance != .machine }
    for entry in entries.sorted(by: { ($0.happenedAt, $0.id) < ($1.happenedAt, $1.id) }) { addResponder(entry.person) }
    if let next = material.incident.nextCommander { addResponder(next) }
    for attendee in people {
      guard let word = Self.words(in: attendee.name).first.map({ String(attendee.name[$0]).lowercased() }) else {
        continue
      }
      byFirstWord[word, default: []].append((attendee.name, attendee.alias))
    }
    for word in byFirstWord.keys { byFirstWord[word]?.sort { $0.name.count > $1.name.count } }
  }

  /// What to call somebody; machines keep their names.
  func name(_ person: String) -> String { keepsNames ? person : aliases[person] ?? person }

  /// The text with every known name replaced, in one pass.
  func replaced(in text: String) -> String {
    guard !keepsNames, !byFirstWord.isEmpty else { return text }
    var result = ""
    var copied = text.startIndex
    for word in Self.words(in: text) where word.lowerBound >= copied {
      guard let candidates = byFirstWord[text[word].lowercased()],
        let found = candidates.first(where: { Self.matches($0.name, text, at: word.lowerBound) })
      else { continue }
      var start = word.lowerBound
      if start > copied, text[text.index(before: start)] == "@" { start = text.index(before: start) }
      result += text[copied..<start]
      let isSentenceStart = start == text.startIndex || Self.endsSentence(text[..<start])
      result += isSentenceStart ? found.alias.prefix(1).uppercased() + found.alias.dropFirst() : found.alias
      copied = text.index(word.lowerBound, offsetBy: found.name.count)
    }
    return result + text[copied...]
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

  /// Whether the name stands there as written, or with its first letter raised as at the start of a sentence.
  private static func matches(_ name: String, _ text: String, at start: String.Index) -> Bool {
    let rest = text[start...]
    let raised = name.prefix(1).uppercased() + name.dropFirst()
    guard rest.hasPrefix(name) || rest.hasPrefix(raised) else { return false }
    let end = text.index(start, offsetBy: name.count)
    return end == text.endIndex || !isWordCharacter(text[end])
  }

  private static func endsSentence(_ text: Substring) -> Bool {
    guard text.last?.isWhitespace == true, let end = text.last(where: { !$0.isWhitespace }) else { return false }
    return ".!?".contains(end)
  }

  private static func words(in text: String) -> [Range<String.Index>] {
    var words: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.indices {
      if isWordCharacter(text[index]) {
        if start == nil { start = index }
      } else if let open = start {
        words.append(open..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.endIndex) }
    return words
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
