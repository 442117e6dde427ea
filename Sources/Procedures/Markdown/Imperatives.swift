/// The verbs with which instructions begin.
enum Imperatives {
  static func contains(_ word: String) -> Bool { verbs.contains(word) }

  /// Whether a sentence asks for something to be done: it begins with such a verb, or with the condition for one.
  static func begin(_ text: String) -> Bool {
    for word in SectionNature.words(of: String(text.prefix(200))).prefix(4) {
      if verbs.contains(word) || conditions.contains(word) { return true }
      if !fillers.contains(word) { return false }
    }
    return false
  }

  /// Whether any sentence of a paragraph does.
  static func occur(in text: String) -> Bool {
    text.split(whereSeparator: { ".!?;:。！？：".contains($0) }).contains { begin(String($0)) }
  }

  private static let fillers: Set<String> = [
    "first", "firstly", "then", "finally", "now", "next", "please", "also", "and", "always",
    "immediately", "short",
    "long", "term", "you", "should", "must", "can", "will", "need", "to", "step", "optional",
    "optionally", "or",
    "either", "do", "not",
  ]
  private static let conditions: Set<String> = ["if", "when", "once", "after", "before"]
  private static let verbs: Set<String> = [
    "add", "adjust", "analyze", "announce", "apply", "approve", "ask", "assess", "back", "block",
    "bring", "call",
    "change", "check", "choose", "clean", "clear", "click", "close", "collect", "compare",
    "configure", "confirm",
    "connect", "contact", "continue", "convert", "copy", "create", "decide", "declare", "decrease",
    "delete", "deploy",
    "describe", "determine", "disable", "download", "drain", "edit", "enable", "ensure", "escalate",
    "examine",
    "execute", "expand", "export", "fail", "failover", "find", "fix", "flip", "follow", "free",
    "get", "give", "go",
    "grab", "identify", "increase", "inform", "inspect", "install", "investigate", "isolate",
    "kill", "launch",
    "limit", "list", "live", "locate", "log", "login", "look", "lower", "make", "mark", "measure",
    "migrate", "monitor",
    "move", "name", "navigate", "notify", "open", "page", "pause", "perform", "pick", "ping",
    "post", "prepare",
    "promote", "pull", "push", "put", "query", "raise", "read", "rebalance", "reboot", "rebuild",
    "record", "redeploy",
    "reduce", "release", "reload", "remove", "rename", "repair", "replace", "report", "request",
    "resend", "reset",
    "resize", "resolve", "restart", "restore", "resume", "retry", "return", "revert", "review",
    "roll", "rollback",
    "rotate", "run", "scale", "search", "select", "send", "set", "share", "shut", "silence",
    "split", "ssh", "start",
    "stop", "switch", "take", "tell", "terminate", "test", "throttle", "transfer", "try", "turn",
    "uninstall",
    "update", "upgrade", "use", "validate", "verify", "view", "visit", "wait", "watch", "write",
  ]
}
