/// Who or what a verb is said of.
enum Subject: Hashable, Sendable {
  /// The writer alone.
  case myself
  /// The writer's own people.
  case us
  case person, team
  /// A word that could be a name.
  case unknown
  case thing
  /// Nothing that could be told.
  case nobody

  var isHuman: Bool {
    switch self {
    case .myself, .us, .person, .team: true
    case .unknown, .thing, .nobody: false
    }
  }
}

/// The words of a paragraph, an item or a row, and who does what in them.
struct Wording {
  var words: [Word]
  var people: People

  subscript(place: Int) -> String { words.indices.contains(place) ? words[place].text : "" }

  /// Whether words stand at a place, none of them behind the end of a clause.
  func holds(_ phrase: [String], at place: Int) -> Bool {
    guard place >= 0, place + phrase.count <= words.count else { return false }
    for (offset, text) in phrase.enumerated() {
      let word = words[place + offset]
      guard word.text == text, offset == 0 || word.stop < .clause else { return false }
    }
    return true
  }

  /// Whether a sentence ends before a place.
  func beginsSentence(_ place: Int) -> Bool { place == 0 || words[place].stop == .sentence }

  func sentence(around place: Int) -> Range<Int> {
    var low = place
    while low > 0, words[low].stop < .sentence { low -= 1 }
    var high = place + 1
    while high < words.count, words[high].stop < .sentence { high += 1 }
    return low..<high
  }

  /// Who the verb at a place is said of, and whether it names somebody.
  func subject(of verb: Int) -> Subject {
    var place = verb - 1
    while place >= 0, words[place + 1].stop < .clause, Self.beforeVerbs.contains(words[place].text) { place -= 1 }
    guard place >= 0, words[place + 1].stop < .clause else { return .nobody }
    if words[place + 1].stop == .comma { return leading(before: place + 1) }
    if Self.relatives.contains(words[place].text) { return relative(at: place) }
    if Self.joints.contains(words[place].text) { return leading(before: place) }
    var low = place
    while low > 0, words[low].stop == .none, !Self.boundaries.contains(words[low - 1].text) { low -= 1 }
    let isAside = words[low].stop == .comma && low > 0 && (words[low].text.hasSuffix("ing") || isPreposition(low))
    if isAside { return leading(before: low) }
    if low > 0, Self.relatives.contains(words[low - 1].text), words[low].stop == .none, words[low - 1].text == "who" {
      return relative(at: low - 1)
    }
    return head(of: low..<place + 1)
  }

  /// What the last noun before a place is, where it is the one that acts there ("caused by the operator").
  func object(from place: Int) -> Subject {
    guard place < words.count, words[place].stop < .clause else { return .nobody }
    var high = place
    while high < words.count, high < place + 5, high == place || words[high].stop == .none {
      let text = words[high].text
      if high > place, isPreposition(high) || Self.boundaries.contains(text) || Self.verbs.contains(text) { break }
      high += 1
    }
    return head(of: place..<high)
  }

  private func isPreposition(_ place: Int) -> Bool { Self.prepositions.contains(words[place].text) }

  private func relative(at place: Int) -> Subject {
    let antecedent = place > 0 && words[place].stop < .clause ? classify(place - 1) : .nobody
    if words[place].text == "who" || words[place].text == "whoever" {
      return antecedent.isHuman ? antecedent : .person
    }
    return antecedent.isHuman ? antecedent : .thing
  }

  /// The subject with which the sentence before a place began: what a second verb or an aside goes on about.
  private func leading(before place: Int) -> Subject {
    var low = place - 1
    while low > 0, words[low].stop < .clause { low -= 1 }
    guard low >= 0, low < place else { return .nobody }
    for index in low..<min(place, low + 5) {
      if index > low, isPreposition(index) || Self.verbs.contains(words[index].text) { break }
      let found = classify(index)
      if found.isHuman { return found }
    }
    return .thing
  }

  /// The head of a group of words: the last one before its first preposition.
  private func head(of range: Range<Int>) -> Subject {
    guard !range.isEmpty else { return .nobody }
    let lastDeterminer = range.last { Self.determiners.contains(words[$0].text) } ?? range.lowerBound
    var end = range.upperBound
    if let cut = range.first(where: { $0 > lastDeterminer && isPreposition($0) }) { end = cut }
    return end > range.lowerBound ? classify(end - 1) : .thing
  }

  private func classify(_ place: Int) -> Subject {
    let word = words[place]
    if word.isQuoted { return .thing }
    if word.text == "i" || word.text == "myself" { return .myself }
    if People.ours.contains(word.text) { return .us }
    if People.pronouns.contains(word.text) { return .person }
    if word.text == "they" { return hasPerson(before: place) ? .person : .thing }
    if People.roles.contains(word.text) { return .person }
    if People.teams.contains(word.text) { return .team }
    if people.isName(word) { return .person }
    return word.isRaised && !word.isCapitals ? .unknown : .thing
  }

  private func hasPerson(before place: Int) -> Bool {
    words[..<place].contains { People.roles.contains($0.text) || People.teams.contains($0.text) || people.isName($0) }
  }

  /// Whether a sentence speaks of somebody who acts.
  func hasActor(in range: Range<Int>) -> Bool { range.contains { classify($0).isHuman } }

  static let beforeVerbs: Set = [
    "not", "never", "also", "probably", "then", "simply", "just", "really", "clearly", "obviously", "still", "again",
    "already", "have", "has", "had", "did", "didn't", "do", "been", "initially", "apparently", "mistakenly",
    "wrongly", "accidentally", "repeatedly", "completely", "both", "all", "even", "hadn't", "haven't", "hasn't",
    "at", "first", "perhaps", "maybe", "often", "easily", "there", "therefore", "however", "unfortunately", "sadly",
  ]
  static let relatives: Set = ["who", "whoever", "that", "which"]
  static let joints: Set = ["and", "but", "or", "nor", "so", "yet", "then"]
  static let boundaries: Set = [
    "and", "but", "or", "because", "since", "when", "while", "whereas", "although", "though", "if", "unless", "that",
    "which", "who", "where", "after", "before", "until", "so", "as", "than", "why", "how", "what",
  ]
  static let prepositions: Set = [
    "of", "in", "on", "at", "by", "for", "from", "with", "without", "to", "into", "during", "through", "behind",
    "under", "over", "across", "between", "via", "within", "about", "against", "after", "before", "due",
  ]
  static let determiners: Set = [
    "the", "a", "an", "this", "that", "these", "those", "our", "their", "his", "her", "its", "my", "your", "each",
    "every", "one", "another", "some", "any", "no",
  ]
  static let verbs: Set = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "did", "does", "do", "will", "would", "can",
    "could", "should", "must", "may", "might",
  ]
}
