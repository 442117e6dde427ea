/// Looks through the words of one block.
struct WordingCheck {
  /// A rule that a run of words breaks.
  struct Hit {
    var rule: CheckRule
    var words: Range<Int>
    var level: Finding.Level?
    var suggestion: String?

    init(_ rule: CheckRule, _ words: Range<Int>, _ level: Finding.Level? = nil, _ suggestion: String? = nil) {
      self.rule = rule
      self.words = words
      self.level = level
      self.suggestion = suggestion
    }
  }

  var wording: Wording
  var section: SectionKind
  /// Whether it stands under no heading at all, so that it could be of any section.
  var isLoose: Bool
  /// Whether nobody was served: then an outage is one.
  var isTotal: Bool

  static let candour = "thank you for the candour; which cue or tool would have changed this?"

  var isNarrative: Bool { !section.looksAhead && section != .attendees && section != .glossary }
  var count: Int { wording.words.count }

  func hits() -> [Hit] {
    var hits: [Hit] = []
    for place in wording.words.indices where !wording.words[place].isQuoted {
      if let hit = personal(place) { hits.append(hit) }
      if let hit = name(place) { hits.append(hit) }
      if let hit = worded(place) { hits.append(hit) }
      if let hit = measured(place) { hits.append(hit) }
    }
    return hits
  }

  func holds(_ text: String, at place: Int) -> Bool {
    wording.holds(text.split(separator: " ").map(String.init), at: place)
  }

  /// The first of several phrases that stands at a place, as the run of its words.
  func first(of phrases: [String], at place: Int) -> Range<Int>? {
    for phrase in phrases {
      let parts = phrase.split(separator: " ").map(String.init)
      if parts[0] == wording[place], wording.holds(parts, at: place) { return place..<place + parts.count }
    }
    return nil
  }

  func wordsEnd(_ place: Int) -> Bool { place >= count || wording.words[place].stop >= .clause }
}
