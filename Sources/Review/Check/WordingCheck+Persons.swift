// The rules that need somebody: who is judged, blamed, asked to justify or named.

extension WordingCheck {
  func personal(_ place: Int) -> Hit? {
    let word = wording[place]
    switch word {
    case "human", "operator", "user", "pilot":
      guard wording[place + 1] == "error" || wording[place + 1] == "errors", wording.words[place + 1].stop == .none
      else { return nil }
      return Hit(.humanError, place..<place + 2)
    case "should", "shouldn't", "could", "couldn't", "would", "wouldn't", "ought", "should've", "could've", "would've":
      return counterfactual(place)
    case "fail", "failed", "failing", "neglected", "neglecting", "forgot", "forgotten", "forget", "missed", "missing",
      "overlooked", "ignored", "bother", "failure":
      return omission(place)
    case "careless", "carelessly", "carelessness", "sloppy", "sloppiness", "lazy", "laziness", "negligence", "negligent",
      "negligently", "incompetent", "incompetence", "incompetently", "reckless", "recklessly", "recklessness", "stupid",
      "stupidly", "stupidity", "dumb", "foolish", "foolishly":
      let next = wording[place + 1]
      let isTechnical =
        word == "lazy" && ["load", "loading", "loaded", "evaluation", "initialization", "init", "binding"].contains(next)
        || word == "dumb" && ["terminal", "pipe", "pipes", "proxy"].contains(next)
      return isTechnical ? nil : Hit(.character, place..<place + 1)
    case "lack":
      let end = first(
        of: [
          "lack of attention", "lack of discipline", "lack of care", "lack of diligence", "lack of competence",
          "lack of effort",
        ], at: place)
      return end.map { Hit(.character, $0) }
    case "fault", "blame", "blamed", "blames", "blaming", "culprit", "culprits", "responsible", "caused", "because",
      "due", "root":
      return attribution(place)
    case "who": return who(place)
    case "why": return why(place)
    case "mistake", "mistakes", "error", "errors", "wrong", "wrongly", "mistakenly", "incorrectly", "erroneously":
      return mistake(place)
    default: return nil
    }
  }

  /// "should have checked": what did not happen. "should have clear rules" asks for something and passes.
  private func counterfactual(_ place: Int) -> Hit? {
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

  private func isDone(_ place: Int) -> Bool {
    guard place < count, !wordsEnd(place) else { return false }
    if ["worse", "better", "a", "the", "more", "less", "much", "able", "possible"].contains(wording[place]) {
      return false
    }
    return Participles.isOne(wording[place]) || wording[place].hasSuffix("ed")
  }

  private func hasCondition(around place: Int) -> Bool {
    let sentence = wording.sentence(around: place)
    return sentence.contains { wording[$0] == "if" || wording[$0] == "had" && wording.words[$0].stop != .none }
  }

  private func afterAdverbs(_ place: Int) -> Int {
    let adverbs: Set = [
      "not", "never", "also", "probably", "easily", "really", "simply", "just", "already", "perhaps", "only", "still",
      "at", "least", "then", "all", "both", "now", "more", "first", "always", "quickly", "immediately", "ideally",
    ]
    var place = place
    while place < count, place >= 0, adverbs.contains(wording[place]), wording.words[place].stop < .clause { place += 1 }
    return place
  }

  private func isNounWithoutArticle(_ place: Int) -> Bool {
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

  /// What somebody did not do. A system that fails to do something is a fact.
  private func omission(_ place: Int) -> Hit? {
    let word = wording[place]
    var end = place + 1
    switch word {
    case "fail", "failed", "failing", "neglected", "neglecting":
      guard wording[place + 1] == "to" else { return nil }
      end = place + 2
    case "failure":
      // "our failure to test".
      guard wording[place + 1] == "to", place > 0 else { return nil }
      let owner = wording[place - 1]
      guard ["our", "his", "her", "my", "your"].contains(owner) || owner.hasSuffix("'s") && isNamed(place - 1) else {
        return nil
      }
      return Hit(.omission, place - 1..<place + 2, owner == "my" ? .information : owner == "our" ? .warning : nil)
    case "bother":
      guard place > 0, ["didn't", "not"].contains(wording[place - 1]) else { return nil }
    case "forget":
      guard place > 0, ["did", "not", "didn't"].contains(wording[place - 1]) else { return nil }
    case "missing": return nil
    default: break
    }
    if section.looksAhead, word == "fail" { return nil }
    let isPassive = place > 0 && ["was", "were", "been", "is", "are", "got", "being"].contains(wording[place - 1])
    if isPassive {
      guard wording[place + 1] == "by" else {
        // Only a person forgets and overlooks.
        return ["forgotten", "overlooked", "neglected"].contains(word) ? Hit(.omission, place..<end, .warning) : nil
      }
      return wording.object(from: place + 2).isHuman ? Hit(.omission, place..<place + 2) : nil
    }
    let start = place > 0 && word == "bother" ? place - 1 : place
    switch wording.subject(of: start) {
    case .myself: return Hit(.omission, start..<end, .information, Self.candour)
    case .us, .team: return Hit(.omission, start..<end, .warning)
    case .person: return Hit(.omission, start..<end)
    case .unknown:
      return ["forgot", "neglected", "overlooked", "bother"].contains(word) ? Hit(.omission, start..<end) : nil
    case .thing, .nobody: return nil
    }
  }

  private func isNamed(_ place: Int) -> Bool {
    let word = wording.words[place]
    let bare = People.bare(word.text)
    return wording.people.isName(word) || People.roles.contains(bare) || People.teams.contains(bare)
      || People.pronouns.contains(bare)
  }

  private func attribution(_ place: Int) -> Hit? {
    switch wording[place] {
    case "fault":
      var owner = place - 1
      if owner > 0, ["own", "entire", "whole"].contains(wording[owner]) { owner -= 1 }
      if owner >= 0, ["his", "her", "their", "my", "our", "your", "nobody's"].contains(wording[owner]) || ownsIt(owner) {
        if wording[owner] == "my" { return Hit(.attribution, owner..<place + 1, .information, Self.candour) }
        return wording[owner] == "nobody's" ? nil : Hit(.attribution, owner..<place + 1)
      }
      let isOf = wording[place + 1] == "of" && wording.object(from: place + 2).isHuman
      return isOf ? Hit(.attribution, place..<place + 2) : nil
    case "blame", "blamed", "blames", "blaming":
      guard place == 0 || !["git", "no", "not", "without", "never", "avoid", "than", "assign", "of"].contains(wording[place - 1])
      else { return nil }
      let sentence = wording.sentence(around: place)
      if (sentence.lowerBound..<place).contains(where: {
        ["not", "nobody", "nothing", "no-one", "none", "never", "without"].contains(wording[$0])
      }) {
        return nil
      }
      let isTo = place > 0 && wording[place - 1] == "to"
      return Hit(.attribution, (isTo ? place - 1 : place)..<place + 1)
    case "culprit", "culprits":
      return wording.hasActor(in: wording.sentence(around: place)) ? Hit(.attribution, place..<place + 1) : nil
    case "responsible":
      guard wording[place + 1] == "for" else { return nil }
      let what: Set = ["outage", "incident", "failure", "downtime", "problem", "issue", "breakage", "damage", "mess"]
      guard let end = (place + 2..<min(place + 5, count)).first(where: { what.contains(wording[$0]) }) else { return nil }
      var verb = place
      while verb > 0, ["is", "was", "were", "are", "be", "been", "solely", "directly", "who", "held"].contains(wording[verb - 1]) {
        verb -= 1
      }
      let isHuman = verb < place && wording[verb] == "who" || wording.subject(of: verb).isHuman
      return isHuman ? Hit(.attribution, place..<end + 1) : nil
    case "caused":
      guard wording[place + 1] == "by", wording.object(from: place + 2).isHuman, !isOwned(from: place + 2) else {
        return nil
      }
      return Hit(.attribution, place..<place + 2)
    case "because", "due":
      guard wording[place] == "because" ? wording[place + 1] == "of" : wording[place + 1] == "to",
        wording.object(from: place + 2).isHuman, isBare(from: place + 2)
      else { return nil }
      return Hit(.attribution, place..<place + 2)
    case "root":
      // "Root cause: the DBA".
      guard wording[place + 1] == "cause" || wording[place + 1] == "causes" else { return nil }
      var next = place + 2
      while ["is", "was", "of", "being"].contains(wording[next]) { next += 1 }
      guard next < count, wording.words[next].stop < .sentence, isBare(from: next),
        wording.human(from: next)
      else { return nil }
      return Hit(.attribution, place..<min(next + 2, count))
    default: return nil
    }
  }

  private func ownsIt(_ place: Int) -> Bool {
    let word = wording.words[place]
    guard word.text.hasSuffix("'s") || word.text.hasSuffix("s'") else { return false }
    return isNamed(place) || word.isRaised && !word.isCapitals
  }

  /// "caused by the engineer's laptop" is about a laptop.
  private func isOwned(from place: Int) -> Bool {
    (place..<min(place + 4, count)).contains { wording[$0].hasSuffix("'s") || wording[$0].hasSuffix("s'") }
  }

  /// A person and nothing more: "due to the engineer being on leave" tells a circumstance.
  private func isBare(from place: Int) -> Bool {
    var end = place
    while end < count, end < place + 4, end == place || wording.words[end].stop == .none {
      let word = wording.words[end]
      end += 1
      if People.roles.contains(word.text) || People.teams.contains(word.text) || wording.people.isName(word) { break }
    }
    return wordsEnd(end) || wording.words[end].stop > .none || ["and", "who", "not"].contains(wording[end])
  }

  /// "who deployed": a question, not "the engineer who deployed".
  private func who(_ place: Int) -> Hit? {
    let verbs: Set = [
      "did", "broke", "caused", "approved", "deployed", "made", "pushed", "merged", "changed", "deleted", "wrote",
      "forgot", "ran", "triggered", "allowed", "let", "introduced", "released", "removed", "reviewed",
    ]
    guard verbs.contains(wording[place + 1]) else { return nil }
    if place > 0, wording.words[place].stop < .clause {
      let before = wording.words[place - 1]
      let asks: Set = [
        "out", "know", "knew", "asked", "ask", "of", "and", "identify", "determine", "about", "understand", "see", "on",
        "clear", "discover", "find", "is", "was", "tell", "remember", "wonder", "but", "or",
      ]
      guard asks.contains(before.text) || wording.words[place].stop == .comma && !isNamed(place - 1) else { return nil }
    }
    return Hit(.whoAndWhy, place..<place + 2)
  }

  private func why(_ place: Int) -> Hit? {
    guard wording[place + 1] == "did" || wording[place + 1] == "didn't" else { return nil }
    let isNegated = wording[place + 2] == "not"
    let who = place + (isNegated ? 3 : 2)
    guard who < count else { return nil }
    let subject = wording.object(from: who)
    let isAsked =
      ["you", "he", "she", "they"].contains(wording[who])
      || subject == .person || subject == .unknown && !wording.words[who].isCapitals && isActive(who + 1)
    return isAsked ? Hit(.whoAndWhy, place..<who + 1) : nil
  }

  /// A capitalised word that nobody knows may be a person only where a plain verb of a person follows.
  private func isActive(_ place: Int) -> Bool {
    ["deploy", "push", "merge", "approve", "decide", "forget", "ignore", "choose", "think", "assume", "skip"]
      .contains(wording[place])
  }

  private func mistake(_ place: Int) -> Hit? {
    let word = wording[place]
    guard word != "error" && word != "errors" else { return errorOfSomebody(place) }
    if word.hasPrefix("mistake"), ["were", "was"].contains(wording[place + 1]), wording[place + 2] == "made" { return nil }
    if section.looksAhead { return nil }
    if ["wrong", "incorrectly", "erroneously"].contains(word) {
      if place > 0, ["went", "go", "goes", "gone", "going"].contains(wording[place - 1]) { return nil }
      // The act must be a person's: "the engineer ran the wrong command", "wrongly assumed by the team".
      guard let verb = (wording.sentence(around: place).lowerBound...place).last(where: { isAct($0) }) else { return nil }
      return judged(place, by: wording.subject(of: verb))
    }
    if word == "wrongly" {
      if place + 1 < count, Participles.isOne(wording[place + 1]) { return judged(place, by: wording.subject(of: place)) }
      return nil
    }
    if place > 0, wording[place - 1].hasSuffix("'s") || ["my", "our", "his", "her", "their", "your"].contains(wording[place - 1]) {
      if wording[place - 1] == "my" { return Hit(.mistake, place - 1..<place + 1, .information, Self.candour) }
      return isNamed(place - 1) || !wording[place - 1].hasSuffix("'s") ? Hit(.mistake, place - 1..<place + 1) : nil
    }
    if place > 0, wording[place - 1] == "by" { return Hit(.mistake, place - 1..<place + 1) }
    guard wording.hasActor(in: wording.sentence(around: place)) else { return nil }
    return Hit(.mistake, place..<place + 1)
  }

  private func judged(_ place: Int, by subject: Subject) -> Hit? {
    switch subject {
    case .myself: Hit(.mistake, place..<place + 1, .information, Self.candour)
    case .us, .person, .team: Hit(.mistake, place..<place + 1)
    case .unknown, .thing, .nobody: nil
    }
  }

  private func isAct(_ place: Int) -> Bool {
    let word = wording[place]
    return word != "wrong" && Participles.isOne(word) && !["been", "had", "seen", "heard"].contains(word)
      || ["ran", "chose", "gave", "took", "wrote", "did", "sent"].contains(word)
  }

  /// "an error by the engineer", "the engineer's error", "made an error": not "5xx errors".
  private func errorOfSomebody(_ place: Int) -> Hit? {
    guard place > 0 else { return nil }
    let before = wording[place - 1]
    if ["his", "her", "my", "our", "your"].contains(before) || before.hasSuffix("'s") && isNamed(place - 1) {
      return before == "my"
        ? Hit(.mistake, place - 1..<place + 1, .information, Self.candour) : Hit(.mistake, place - 1..<place + 1)
    }
    if ["by", "of"].contains(wording[place + 1]), wording.object(from: place + 2).isHuman, isBare(from: place + 2) {
      return Hit(.mistake, place..<place + 2)
    }
    let made = ["an", "the"].contains(before) ? place - 2 : place - 1
    if made >= 0, wording[made] == "made", wording.subject(of: made).isHuman { return Hit(.mistake, made..<place + 1) }
    return nil
  }

  /// Names belong among attendees, roles and owners.
  func name(_ place: Int) -> Hit? {
    switch section {
    case .timeline, .response, .attendees, .metrics, .glossary, .appendix, .communications, .note, .missing: return nil
    default: break
    }
    let word = wording.words[place]
    guard wording.people.isName(word) || isJudgedByName(place) else { return nil }
    if isLabelled(place) { return nil }
    if section == .actions, isOwner(place) { return nil }
    return Hit(.name, place..<place + 1)
  }

  /// "Bob forgot": an unknown name is a name where only a person can be meant.
  private func isJudgedByName(_ place: Int) -> Bool {
    let word = wording.words[place]
    guard word.isRaised, !word.isCapitals, !People.ours.contains(word.text), !People.pronouns.contains(word.text),
      !People.roles.contains(word.text), !People.teams.contains(word.text), !Wording.determiners.contains(word.text),
      word.text != "i", word.text != "they"
    else { return false }
    if ["forgot", "neglected", "overlooked"].contains(wording[place + 1]) { return true }
    return word.text.hasSuffix("'s") && ["fault", "mistake"].contains(wording[place + 1])
  }

  /// "Author: …", "Owner: …" at the beginning of a line or cell.
  private func isLabelled(_ place: Int) -> Bool {
    let labels: Set = [
      "author", "authors", "owner", "owners", "ic", "commander", "scribe", "attendees", "participants", "facilitator",
      "by", "reviewer", "reviewers", "assignee", "lead", "responders", "contact", "contacts", "reported", "assigned",
      "responsible", "dri", "liaison", "operations", "who", "approver", "approvers", "team",
    ]
    var low = place
    while low > 0, wording.words[low].stop != .clause, wording.words[low].stop != .sentence { low -= 1 }
    guard low > 0, wording.words[low].stop == .clause else { return false }
    return labels.contains(wording[low - 1])
  }

  /// "(Bob)", "@bob" at an edge, "owner Bob".
  private func isOwner(_ place: Int) -> Bool {
    let word = wording.words[place]
    if place > 0, ["owner", "assignee", "assigned", "by", "to", "owned"].contains(wording[place - 1]) { return true }
    let isBracketed = word.before == UInt8(ascii: "(") || word.before == UInt8(ascii: "[") || word.before == UInt8(ascii: "*")
    let isWholeCell = word.stop >= .clause && (place + 1 == count || wording.words[place + 1].stop >= .clause)
    return isBracketed || isWholeCell || place == count - 1 && word.stop >= .comma || place == count - 1 && word.text.hasPrefix("@")
  }
}

extension Wording {
  /// Whether a person follows at a place, whatever stop stands before it.
  func human(from place: Int) -> Bool {
    var copy = self
    copy.words[place].stop = .none
    return copy.object(from: place).isHuman
  }
}
