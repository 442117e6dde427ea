// The rules that need no person: words that judge, hide, exaggerate or cannot be measured.

extension WordingCheck {
  func worded(_ place: Int) -> Hit? {
    let word = wording[place]
    switch word {
    case "obvious", "obviously", "clearly", "simply", "just", "easy", "easily", "trivial", "trivially", "of":
      return hindsight(place)
    case "root":
      guard wording[place + 1] == "cause", !["analysis", "analyses"].contains(wording[place + 2]) else { return nil }
      if place > 0, ["single", "one"].contains(wording[place - 1]), place > 1,
        ["no", "not"].contains(wording[place - 2])
      {
        return nil
      }
      return Hit(.rootCause, place..<place + 2)
    case "outage", "outages": return outage(place)
    case "mistakes", "errors", "mistake":
      let isMade =
        ["were", "was"].contains(wording[place + 1]) && wording[place + 2] == "made" && wording[place + 3] != "by"
      return isMade ? Hit(.passive, place..<place + 3) : nil
    case "it":
      guard wording[place + 1] == "was",
        ["decided", "agreed", "assumed", "believed", "thought", "felt", "determined", "concluded", "deemed"]
          .contains(wording[place + 2])
      else { return nil }
      // Who decided stands there after all.
      let sentence = wording.sentence(around: place)
      let by = (place + 3..<sentence.upperBound).first { wording[$0] == "by" }
      if let by, wording.object(from: by + 1).isHuman { return nil }
      return Hit(.passive, place..<place + 3)
    case "never", "always", "everyone", "everybody", "no", "nobody", "noone":
      return absolute(place)
    case "heroic", "heroically", "heroics", "hero", "heroes", "tirelessly", "saved", "worked", "above":
      let words = first(
        of: [
          "heroic", "heroically", "heroics", "hero", "heroes", "tirelessly", "saved the day", "worked all night",
          "worked through the night", "worked around the clock", "above and beyond",
        ], at: place)
      return words.map { Hit(.heroics, $0) }
    default: return nil
    }
  }

  private func hindsight(_ place: Int) -> Hit? {
    guard isNarrative else { return nil }
    switch wording[place] {
    case "of":
      return wording[place + 1] == "course" ? Hit(.hindsight, place..<place + 2) : nil
    case "just":
      // Only before a verb; "just after 12:00" and "just one node" measure.
      let next = wording[place + 1]
      let verbs: Set = [
        "run", "restart", "restarted", "deploy", "deployed", "check", "checked", "look", "looked", "needed", "need",
        "needs", "had", "have", "use", "used", "rolled", "roll", "wait", "waited", "ran", "click", "clicked", "revert",
        "reverted", "assumed", "copied", "pushed", "merged", "fix", "fixed", "forgot", "ignored", "turn", "turned",
        "ask", "asked", "read", "do", "did", "does", "go", "went", "make", "made", "add", "added",
      ]
      return verbs.contains(next) && !wordsEnd(place + 1) ? Hit(.hindsight, place..<place + 2) : nil
    case "easy", "easily":
      if place > 0, ["not", "no", "isn't", "wasn't"].contains(wording[place - 1]) { return nil }
      return Hit(.hindsight, place..<place + 1)
    case "obvious", "clearly", "trivial":
      if place > 0, ["not", "no", "isn't", "wasn't", "less", "nothing"].contains(wording[place - 1]) { return nil }
      return Hit(.hindsight, place..<place + 1)
    default: return Hit(.hindsight, place..<place + 1)
    }
  }

  private func outage(_ place: Int) -> Hit? {
    guard !isTotal, section != .glossary, section != .appendix else { return nil }
    if place > 0 {
      let before = wording[place - 1]
      let total: Set = ["total", "complete", "full", "entire", "power", "network", "planned", "scheduled", "global"]
      if total.contains(before) { return nil }
    }
    let sentence = wording.sentence(around: place)
    let says: Set = ["100", "entirely", "completely"]
    if sentence.contains(where: {
      says.contains(wording[$0]) || holds("all users", at: $0) || holds("all customers", at: $0)
    }) {
      return nil
    }
    return Hit(.outage, place..<place + 1)
  }

  private func absolute(_ place: Int) -> Hit? {
    guard isNarrative else { return nil }
    switch wording[place] {
    case "everyone", "everybody":
      guard ["knows", "knew", "noticed", "agreed"].contains(wording[place + 1]) else { return nil }
      return Hit(.absolute, place..<place + 2)
    case "no", "nobody", "noone":
      let next = wording[place] == "no" ? place + 2 : place + 1
      guard wording[place] != "no" || wording[place + 1] == "one",
        ["noticed", "knew", "knows", "cared", "saw", "realised", "realized", "checked", "looked"].contains(
          wording[next])
      else { return nil }
      return Hit(.absolute, place..<next + 1)
    default:
      if wording[place] == "always", ["as"].contains(wording[place + 1]) { return nil }
      if place > 0, ["has", "as", "not"].contains(wording[place - 1]), wording[place] == "always" { return nil }
      // "should never have" is a counterfactual already; what a system never did can be looked up.
      if wording[place + 1] == "have", place > 0, ["should", "could", "would"].contains(wording[place - 1]) {
        return nil
      }
      return wording.subject(of: place).isHuman || wording.subject(of: place + 1).isHuman
        ? Hit(.absolute, place..<place + 1) : Hit(.absolute, place..<place + 1, .information)
    }
  }

  /// Quantities that nobody can measure, where the impact is told.
  func measured(_ place: Int) -> Hit? {
    guard section == .impact || section == .summary || isLoose else { return nil }
    let before = place > 0 ? wording[place - 1] : ""
    switch wording[place] {
    case "some":
      let counted: Set = [
        "users", "customers", "clients", "people", "requests", "services", "teams", "visitors", "accounts", "hosts",
        "nodes", "pods", "orders", "guests", "hours", "minutes", "time", "traffic", "jobs", "of", "data", "calls",
      ]
      return counted.contains(wording[place + 1]) ? Hit(.vague, place..<place + 2) : nil
    case "briefly", "brief", "asap":
      return Hit(.vague, place..<place + 1)
    case "several":
      return Hit(.vague, place..<place + 1)
    case "many":
      return ["how", "too", "as", "so", "that", "this"].contains(before)
        ? nil : Hit(.vague, place..<place + 1)
    case "soon":
      return before == "as" || before == "too" || before == "how" ? nil : Hit(.vague, place..<place + 1)
    case "minimal":
      return wording[place + 1] == "impact" ? Hit(.vague, place..<place + 2) : nil
    case "a":
      return first(of: ["a while", "a few", "a number of", "a handful of", "a lot of"], at: place)
        .map { Hit(.vague, $0) }
    default: return nil
    }
  }
}
