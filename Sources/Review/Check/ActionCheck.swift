/// Looks at the wording and the three musts of an action item.
struct ActionCheck {
  var wording: Wording

  /// The beginning of an item that relies on vigilance or has no end.
  func unbounded() -> Range<Int>? {
    let start = beginning()
    let open = [
      "be more careful", "be careful", "be more aware", "be aware", "be mindful", "be more mindful", "be vigilant",
      "be more vigilant", "pay more attention", "pay attention", "pay better attention", "take more care", "take care",
      "remember", "remind", "try to", "try and", "consider", "look into", "think about", "explore", "double check",
      "double-check", "keep in mind", "bear in mind",
    ]
    for phrase in open {
      let words = phrase.split(separator: " ").map(String.init)
      if wording.holds(words, at: start) { return start..<start + words.count }
    }
    switch wording[start] {
    case "train", "educate":
      // "Train the model on …" is a task like any other.
      return isPerson(from: start + 1) ? start..<start + 1 : nil
    case "investigate":
      return hasOutcome(from: start) ? nil : start..<start + 1
    case "ensure": return isPerson(from: start + 1) ? start..<start + 1 : nil
    case "make":
      guard wording[start + 1] == "sure", isPerson(from: start + 2) else { return nil }
      return start..<start + 2
    default: return nil
    }
  }

  /// Where such a sentence stands outside the action items, after "we should" or "we need to".
  func vigilance(at place: Int) -> Range<Int>? {
    for phrase in [["be", "more", "careful"], ["be", "more", "aware"], ["pay", "more", "attention"]]
    where wording.holds(phrase, at: place) {
      return place..<place + phrase.count
    }
    return nil
  }

  /// Behind "Action:", "AI-3", "We should", "Need to" and the like.
  private func beginning() -> Int {
    var place = 0
    while place < min(wording.words.count, 8) {
      let word = wording[place]
      let isNext = place + 1 < wording.words.count && wording.words[place + 1].stop == .clause
      let isLabel = ["action", "todo", "ai", "task", "item", "follow-up", "actions"].contains(word) && isNext
      let isLead = [
        "we", "should", "need", "needs", "will", "must", "to", "please", "everyone", "everybody", "engineers",
        "developers", "also", "and", "the", "team", "all", "operators",
      ].contains(word)
      guard isLabel || isLead || word.contains(where: \.isNumber) && isNext else { return place }
      place += 1
    }
    return place
  }

  private func isPerson(from place: Int) -> Bool {
    let start = wording[place] == "that" ? place + 1 : place
    guard start < wording.words.count else { return false }
    let people: Set = ["everyone", "everybody", "we", "people", "all", "staff", "nobody", "no-one", "users"]
    if people.contains(wording[start]) { return wording[start] != "all" || People.roles.contains(wording[start + 1]) }
    return wording.object(from: start).isHuman
  }

  private func hasOutcome(from place: Int) -> Bool {
    let outcome: Set = [
      "document", "write", "decide", "report", "propose", "publish", "implement", "add", "fix", "file", "present",
      "done", "done-when", "remove", "replace", "so",
    ]
    return (place..<wording.words.count).contains { outcome.contains(wording[$0]) }
  }

  /// Which of owner and due date an item lacks; its text with all that stands beneath it.
  static func lacks(_ text: String, people: People) -> [String] {
    let plain = text.lowercased()
    var lacks: [String] = []
    let owner = ["owner", "assignee", "assigned", "responsible", "dri:", "who:", "@", "owned by"]
    if !owner.contains(where: plain.contains), !namesOwner(text, people) { lacks.append("an owner") }
    if !hasDate(plain) { lacks.append("a due date") }
    return lacks
  }

  private static func namesOwner(_ text: String, _ people: People) -> Bool {
    text.split { !($0.isLetter || $0 == "'" || $0 == "-") }.contains { part in
      people.isKnown(part.lowercased())
        || part.first?.isUppercase == true && People.givenNames.contains(part.lowercased())
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func hasDate(_ plain: String) -> Bool {
    if ["due", "deadline", "eta", "by end of", "done on", "completed on", "target date"].contains(where: plain.contains)
    {
      return true
    }
    let parts = plain.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "/" || $0 == ".") }.map(String.init)
    for (place, part) in parts.enumerated() {
      let digits = part.split { !$0.isNumber }
      if digits.count >= 3, digits[0].count == 4 || digits[2].count >= 2, part.contains(where: { "-/.".contains($0) }),
        (digits[0].count == 4 && digits[1].count <= 2) || (digits[0].count <= 2 && digits[1].count <= 2)
      {
        return true
      }
      let isMonth = part.count <= 9 && months.contains { part.hasPrefix($0) }
      let isBesideDay = [place - 1, place + 1].contains { index in
        parts.indices.contains(index) && parts[index].first?.isNumber == true
      }
      if isMonth, isBesideDay { return true }
      if part.hasPrefix("q"), part.count == 2, part.last?.isNumber == true { return true }
    }
    return false
  }
}
