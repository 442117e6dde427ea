import Commands
import EventLog

/// How far the pages of an incident have come, in words. None of them says that somebody was reached: that is known only
/// of those who answer.
enum PagingWords {
  /// "paging jon L2, next lea L3 in 13m"; what went wrong goes before that.
  static func line(_ paging: PagingRow, about label: String, state: ScreenState) -> (text: String, role: StyleRole) {
    if let service = paging.withoutPager {
      return ("nobody is paged: services.yaml names no pager for \(service)", .warning)
    }
    if let worst = paging.unpaged.first {
      let more = paging.unpaged.count - 1
      return (worst.words(about: label) + (more > 0 ? " (and \(more) more)" : ""), .danger)
    }
    if let because = paging.heldBecause {
      let end = paging.heldUntil.map { " until " + ClockWords.near($0, now: state.now, offset: state.offset) } ?? ""
      return ("kept back\(end), \(because)", .warning)
    }
    var parts: [String] = []
    if !paging.people.isEmpty {
      parts.append("paging " + paging.people.joined(separator: ", ") + (paging.level.map { " L\($0)" } ?? ""))
    }
    if let nextAt = paging.nextAt {
      let names = paging.nextPeople.isEmpty ? "nobody" : paging.nextPeople.joined(separator: ", ")
      let level = paging.nextLevel.map { " L\($0)" } ?? ""
      let time = nextAt <= state.now ? "now" : "in " + SpanWords.countdown(to: nextAt, now: state.now)
      parts.append("next \(names)\(level) \(time)")
    }
    return (parts.isEmpty ? "nobody is paged yet" : parts.joined(separator: ", "), .dim)
  }
}
