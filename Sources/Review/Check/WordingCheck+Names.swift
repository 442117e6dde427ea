// Names of people where none belongs.

extension WordingCheck {
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
  func isJudgedByName(_ place: Int) -> Bool {
    let word = wording.words[place]
    guard word.isRaised, !word.isCapitals, !People.ours.contains(word.text), !People.pronouns.contains(word.text),
      !People.roles.contains(word.text), !People.teams.contains(word.text), !Wording.determiners.contains(word.text),
      word.text != "i", word.text != "they"
    else { return false }
    if ["forgot", "neglected", "overlooked"].contains(wording[place + 1]) { return true }
    return word.text.hasSuffix("'s") && ["fault", "mistake"].contains(wording[place + 1])
  }

  /// "Author: …", "Owner: …" at the beginning of a line or cell.
  func isLabelled(_ place: Int) -> Bool {
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
  func isOwner(_ place: Int) -> Bool {
    let word = wording.words[place]
    if place > 0, ["owner", "assignee", "assigned", "by", "to", "owned"].contains(wording[place - 1]) { return true }
    let isBracketed =
      word.before == UInt8(ascii: "(") || word.before == UInt8(ascii: "[") || word.before == UInt8(ascii: "*")
    let isWholeCell = word.stop >= .clause && (place + 1 == count || wording.words[place + 1].stop >= .clause)
    return isBracketed || isWholeCell || place == count - 1 && word.stop >= .comma
      || place == count - 1 && word.text.hasPrefix("@")
  }
}
