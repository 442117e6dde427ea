// Who is held responsible, and who is asked to justify themselves.

extension WordingCheck {
  func attribution(_ place: Int) -> Hit? {
    switch wording[place] {
    case "fault":
      var owner = place - 1
      if owner > 0, ["own", "entire", "whole"].contains(wording[owner]) { owner -= 1 }
      if owner >= 0, ["his", "her", "their", "my", "our", "your", "nobody's"].contains(wording[owner]) || ownsIt(owner)
      {
        if wording[owner] == "my" { return Hit(.attribution, owner..<place + 1, .information, Self.candour) }
        return wording[owner] == "nobody's" ? nil : Hit(.attribution, owner..<place + 1)
      }
      let isOf = wording[place + 1] == "of" && wording.object(from: place + 2).isHuman
      return isOf ? Hit(.attribution, place..<place + 2) : nil
    case "blame", "blamed", "blames", "blaming":
      guard
        place == 0
          || !["git", "no", "not", "without", "never", "avoid", "than", "assign", "of"].contains(wording[place - 1])
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
      guard let end = (place + 2..<min(place + 5, count)).first(where: { what.contains(wording[$0]) }) else {
        return nil
      }
      var verb = place
      while verb > 0,
        ["is", "was", "were", "are", "be", "been", "solely", "directly", "who", "held"].contains(wording[verb - 1])
      {
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

  func ownsIt(_ place: Int) -> Bool {
    let word = wording.words[place]
    guard word.text.hasSuffix("'s") || word.text.hasSuffix("s'") else { return false }
    return isNamed(place) || word.isRaised && !word.isCapitals
  }

  /// "caused by the engineer's laptop" is about a laptop.
  func isOwned(from place: Int) -> Bool {
    (place..<min(place + 4, count)).contains { wording[$0].hasSuffix("'s") || wording[$0].hasSuffix("s'") }
  }

  /// A person and nothing more: "due to the engineer being on leave" tells a circumstance.
  func isBare(from place: Int) -> Bool {
    var end = place
    while end < count, end < place + 4, end == place || wording.words[end].stop == .none {
      let word = wording.words[end]
      end += 1
      if People.roles.contains(word.text) || People.teams.contains(word.text) || wording.people.isName(word) { break }
    }
    return wordsEnd(end) || wording.words[end].stop > .none || ["and", "who", "not"].contains(wording[end])
  }

  /// "who deployed": a question, not "the engineer who deployed".
  func who(_ place: Int) -> Hit? {
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

  func why(_ place: Int) -> Hit? {
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
  func isActive(_ place: Int) -> Bool {
    ["deploy", "push", "merge", "approve", "decide", "forget", "ignore", "choose", "think", "assume", "skip"]
      .contains(wording[place])
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
