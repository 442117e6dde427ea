// Acts that are called wrong.

extension WordingCheck {
  func mistake(_ place: Int) -> Hit? {
    let word = wording[place]
    guard word != "error" && word != "errors" else { return errorOfSomebody(place) }
    if word.hasPrefix("mistake"), ["were", "was"].contains(wording[place + 1]), wording[place + 2] == "made" {
      return nil
    }
    if section.looksAhead { return nil }
    if ["wrong", "incorrectly", "erroneously"].contains(word) {
      if place > 0, ["went", "go", "goes", "gone", "going"].contains(wording[place - 1]) { return nil }
      // The act must be a person's: "the engineer ran the wrong command", "wrongly assumed by the team".
      guard let verb = (wording.sentence(around: place).lowerBound...place).last(where: { isAct($0) }) else {
        return nil
      }
      return judged(place, by: wording.subject(of: verb))
    }
    if word == "wrongly" {
      if place + 1 < count, Participles.isOne(wording[place + 1]) {
        return judged(place, by: wording.subject(of: place))
      }
      return nil
    }
    if place > 0,
      wording[place - 1].hasSuffix("'s") || ["my", "our", "his", "her", "their", "your"].contains(wording[place - 1])
    {
      if wording[place - 1] == "my" { return Hit(.mistake, place - 1..<place + 1, .information, Self.candour) }
      return isNamed(place - 1) || !wording[place - 1].hasSuffix("'s") ? Hit(.mistake, place - 1..<place + 1) : nil
    }
    if place > 0, wording[place - 1] == "by" { return Hit(.mistake, place - 1..<place + 1) }
    guard wording.hasActor(in: wording.sentence(around: place)) else { return nil }
    return Hit(.mistake, place..<place + 1)
  }

  func judged(_ place: Int, by subject: Subject) -> Hit? {
    switch subject {
    case .myself: Hit(.mistake, place..<place + 1, .information, Self.candour)
    case .us, .person, .team: Hit(.mistake, place..<place + 1)
    case .unknown, .thing, .nobody: nil
    }
  }

  func isAct(_ place: Int) -> Bool {
    let word = wording[place]
    return word != "wrong" && Participles.isOne(word) && !["been", "had", "seen", "heard"].contains(word)
      || ["ran", "chose", "gave", "took", "wrote", "did", "sent"].contains(word)
  }

  /// "an error by the engineer", "the engineer's error", "made an error": not "5xx errors".
  func errorOfSomebody(_ place: Int) -> Hit? {
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
}
