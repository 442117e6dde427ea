package import EventLog

/// Another pager that wakes people for an incident's service, and its last word.
package struct PagerRow: Hashable, Sendable {
  /// As the configuration names it; nil where it says no more than that there is one.
  package var name: String?
  /// What it said last ("acknowledged by lea"); nil where it has said nothing.
  package var word: String?
  /// When it said so, by its own clock.
  package var at: Instant?

  package init(name: String?, word: String? = nil, at: Instant? = nil) {
    self.name = name
    self.word = word
    self.at = at
  }

  /// Whose pager it is: "pagerduty", "another pager".
  package var owner: String { name ?? "another pager" }

  /// "pagerduty: acknowledged by lea 4m ago", "pagerduty pages, no word from it".
  package func words(at now: Instant) -> String {
    guard let word else { return "\(owner) pages, no word from it" }
    return "\(owner): \(word)" + (at.map { " \(SpanWords.short(now - $0)) ago" } ?? "")
  }

  /// What whoever has somebody paged from here has to know.
  package var besideWords: String { "\(owner) wakes people for it; this page is one beside it." }

  /// The same where there is little room: "pagerduty: ack lea".
  package var short: String {
    word.map { "\(owner): " + $0.replacing("acknowledged by ", with: "ack ") } ?? "\(owner) pages"
  }
}
