/// What is blanked in everything that leaves: tokens and passwords that slipped into somebody's words.
package struct OutwardRedaction: Hashable, Sendable {
  /// Regular expressions. One that is none blanks nothing; the check of the configuration refuses it.
  package var patterns: [String]

  package init(_ patterns: [String] = []) { self.patterns = patterns }

  package func blanked(_ text: String) -> String {
    patterns.reduce(text) { text, pattern in
      guard let expression = try? Regex(pattern) else { return text }
      return text.replacing(expression, with: Redaction.mark)
    }
  }

  /// A letter's words. What it is about is named by keys of ours, which stay; a link of which a part is blanked leads
  /// nowhere, and is left out.
  package func blanked(_ content: LetterContent) -> LetterContent {
    guard !patterns.isEmpty else { return content }
    var blanked = content
    blanked.title = self.blanked(content.title)
    blanked.text = self.blanked(content.text)
    blanked.short = content.short.map { self.blanked($0) }
    blanked.service = content.service.map { self.blanked($0) }
    if let link = content.link, self.blanked(link) != link { blanked.link = nil }
    blanked.details = content.details.mapValues { self.blanked($0) }
    return blanked
  }
}
