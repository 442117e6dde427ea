// What did not happen, told as if it could have.

extension WordingCheck {
  /// "should have checked": what did not happen. "should have clear rules" asks for something and passes.
  func counterfactual(_ place: Int) -> Hit? {
    guard !section.looksAhead else { return nil }
    let modal = wording[place]
    let (subject, verb): (Subject, Int)
    if modal.hasSuffix("'ve") {
      (subject, verb) = (wording.subject(of: place), afterAdverbs(place + 1))
    } else {
      var next = place + 1
      if modal == "ought" {
        guard wording[next] == "to" || wording[next] == "not" && wording[next + 1] == "to" else { return nil }
        next += wording[next] == "to" ? 1 : 2
      }
      next = afterAdverbs(next)
      // "should the engineer have checked" turns subject and verb around; "should of" and "should had" are slips.
      guard next < count, ["have", "of", "had", "haven't"].contains(wording[next]), !wordsEnd(next) else { return nil }
      (subject, verb) = (wording.subject(of: place), afterAdverbs(next + 1))
    }
    guard verb < count, !wordsEnd(verb), Participles.isOne(wording[verb]) else { return nil }
    let isPassive = wording[verb] == "been"
    if isPassive, !isDone(afterAdverbs(verb + 1)) { return nil }
    // "should have limited permissions": a noun follows, with nothing that points at it.
    if !isPassive, Participles.isAdjective(wording[verb]), isNounWithoutArticle(verb + 1), modal.hasPrefix("should") {
      return nil
    }
    if !isPassive, !subject.isHuman, modal.hasPrefix("should"), isNounWithoutArticle(verb + 1) { return nil }
    let end = isPassive ? min(afterAdverbs(verb + 1) + 1, count) : verb + 1
    if modal.hasPrefix("would"), !hasCondition(around: place) { return nil }
    return switch subject {
    case .myself: Hit(.counterfactual, place..<end, .information, Self.candour)
    case .us, .person, .team, .unknown: Hit(.counterfactual, place..<end)
    // Somebody does what is done to a thing; what a thing does by itself is no person's act.
    case .thing, .nobody: Hit(.counterfactual, place..<end, isPassive && !modal.hasPrefix("would") ? nil : .information)
    }
  }

  func isDone(_ place: Int) -> Bool {
    guard place < count, !wordsEnd(place) else { return false }
    if ["worse", "better", "a", "the", "more", "less", "much", "able", "possible"].contains(wording[place]) {
      return false
    }
    return Participles.isOne(wording[place]) || wording[place].hasSuffix("ed")
  }

  func hasCondition(around place: Int) -> Bool {
    let sentence = wording.sentence(around: place)
    return sentence.contains { wording[$0] == "if" || wording[$0] == "had" && wording.words[$0].stop != .none }
  }

  func afterAdverbs(_ place: Int) -> Int {
    let adverbs: Set = [
      "not", "never", "also", "probably", "easily", "really", "simply", "just", "already", "perhaps", "only", "still",
      "at", "least", "then", "all", "both", "now", "more", "first", "always", "quickly", "immediately", "ideally",
    ]
    var place = place
    while place < count, place >= 0, adverbs.contains(wording[place]), wording.words[place].stop < .clause {
      place += 1
    }
    return place
  }

  func isNounWithoutArticle(_ place: Int) -> Bool {
    guard place < count, wording.words[place].stop == .none, !wording.words[place].isQuoted else { return false }
    let text = wording[place]
    if Wording.prepositions.contains(text) || Wording.determiners.contains(text) || Wording.boundaries.contains(text) {
      return false
    }
    let others: Set = [
      "it", "them", "him", "me", "us", "when", "earlier", "sooner", "faster", "more", "out", "up", "down", "back",
      "off", "first", "instead", "better", "quickly", "both", "all", "immediately", "already", "too", "well",
    ]
    return !others.contains(text) && !text.hasSuffix("ly")
  }
}
