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
    case "careless", "carelessly", "carelessness", "sloppy", "sloppiness", "lazy", "laziness", "negligence",
      "negligent",
      "negligently", "incompetent", "incompetence", "incompetently", "reckless", "recklessly", "recklessness", "stupid",
      "stupidly", "stupidity", "dumb", "foolish", "foolishly":
      let next = wording[place + 1]
      let isTechnical =
        word == "lazy"
        && ["load", "loading", "loaded", "evaluation", "initialization", "init", "binding"].contains(next)
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

  /// What somebody did not do. A system that fails to do something is a fact.
  func omission(_ place: Int) -> Hit? {
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

  func isNamed(_ place: Int) -> Bool {
    let word = wording.words[place]
    let bare = People.bare(word.text)
    return wording.people.isName(word) || People.roles.contains(bare) || People.teams.contains(bare)
      || People.pronouns.contains(bare)
  }
}
