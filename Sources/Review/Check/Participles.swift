/// Which words are the past form of a verb: after "should have" they tell what did not happen.
enum Participles {
  static func isOne(_ word: String) -> Bool {
    if irregular.contains(word) { return true }
    return word.count > 4 && word.hasSuffix("ed") && !nouns.contains(word)
  }

  /// Those that stand before a noun as often: "should have limited permissions" asks for something.
  static func isAdjective(_ word: String) -> Bool { adjectives.contains(word) }

  private static let nouns: Set = [
    "speed", "need", "embed", "hundred", "shared-nothing", "indeed", "exceed", "proceed",
  ]

  private static let irregular: Set = [
    "been", "done", "made", "seen", "known", "taken", "found", "caught", "run", "set", "put", "read", "sent", "told",
    "kept", "left", "built", "thought", "brought", "given", "gone", "written", "begun", "broken", "chosen", "driven",
    "drawn", "forgotten", "gotten", "got", "had", "held", "lost", "meant", "met", "paid", "shown", "shut", "stood",
    "understood", "undone", "become", "come", "cut", "dealt", "fallen", "felt", "grown", "heard", "hit", "laid",
    "led", "let", "said", "sought", "spent", "split", "spotted", "taught", "thrown", "woken", "won", "rolled",
    "rethought", "overseen", "foreseen", "reset", "rerun", "spoken", "risen", "used", "asked", "added", "ended",
    "tried", "tested", "rung",
  ]

  private static let adjectives: Set = [
    "limited", "dedicated", "automated", "shared", "defined", "documented", "improved", "updated", "detailed",
    "extended", "increased", "distributed", "managed", "named", "fixed", "reserved", "required", "unified",
    "centralized", "centralised", "standardized", "standardised", "agreed", "assigned", "encrypted", "isolated",
    "tested", "reduced", "restricted", "redundant", "elevated", "scheduled", "written", "known", "set", "read",
    "built-in", "associated", "related", "based", "enabled", "disabled", "configured", "monitored", "replicated",
  ]
}
