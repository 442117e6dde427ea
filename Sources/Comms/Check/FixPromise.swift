/// Tells a sentence that says when it will be solved, which nobody can know.
enum FixPromise {
  static func isOne(_ sentence: String) -> Bool {
    let words = LineReading.words(of: sentence).map { $0.0.lowercased().replacing("’", with: "'") }
    if words.contains("eta") { return true }
    // When people hear again may be promised, and what is over is no promise.
    guard words.allSatisfy({ !told.contains($0) }), words.contains(where: solved.contains) else { return false }
    guard words.contains(where: ahead.contains) else { return isShort(words) }
    return words.contains(where: soon.contains) || hasTime(words)
  }

  /// "Fixed within the hour", said of what is to come without a word for it.
  private static func isShort(_ words: [String]) -> Bool {
    words.contains("within") && hasTime(words) && !words.contains(where: past.contains)
  }

  /// "by 15:00", "within the hour", "in 20 minutes".
  private static func hasTime(_ words: [String]) -> Bool {
    words.indices.contains { place in
      let next = place + 1 < words.count ? words[place + 1] : ""
      let then = place + 2 < words.count ? words[place + 2] : ""
      let isSpan = units.contains(next) || units.contains(then)
      switch words[place] {
      case "within", "by", "before", "until", "at":
        return isSpan || next.first?.isNumber == true || times.contains(next)
      case "in", "another", "next": return isSpan
      default: return false
      }
    }
  }

  private static let told: Set = ["update", "updates", "message", "write", "hear", "informed", "inform"]
  private static let solved: Set = [
    "fixed", "fix", "resolved", "resolve", "solved", "solve", "restored", "restore", "repaired", "back", "recovered",
    "recover", "recovery", "working", "work", "normal", "available", "online", "over",
  ]
  private static let ahead: Set = [
    "will", "should", "expect", "expected", "expects", "hope", "plan", "anticipate", "estimate", "estimated", "going",
    "we'll", "it'll", "aim", "promise",
  ]
  /// Of what is over, or of who did it.
  private static let past: Set = ["was", "were", "been", "has", "have", "had", "took", "we", "after", "since"]
  private static let soon: Set = [
    "soon", "shortly", "tonight", "today", "tomorrow", "momentarily", "quickly",
  ]
  private static let units: Set = [
    "minute", "minutes", "min", "mins", "hour", "hours", "day", "days", "evening", "morning",
  ]
  private static let times: Set = ["noon", "midnight", "tonight", "today", "tomorrow", "evening", "morning"]
}
