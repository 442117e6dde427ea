/// What a letter says, in the forms that channels need. Each takes from it what it can show.
package struct LetterContent: Hashable, Sendable, Codable {
  /// What it wants of whoever receives it, and of another pager.
  package enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    /// Somebody is to be woken, or something has begun.
    case trigger
    /// Somebody has it; nobody else needs to be woken.
    case acknowledge
    /// It is over.
    case resolve
    /// News of something that goes on.
    case update
  }

  /// How loud it is.
  package enum Urgency: String, Hashable, Sendable, Codable, CaseIterable {
    case critical, error, warning, info
  }

  /// One line.
  package var title: String
  /// The whole text, in lines.
  package var text: String
  /// At most 160 characters, for small screens; nil where the title serves.
  package var short: String?
  package var action: Action
  package var urgency: Urgency
  /// What several letters have in common ("sitrep/42"): receivers that gather messages gather by it.
  package var subject: String
  package var service: String?
  /// Where to look, as a URL.
  package var link: String?
  /// Further facts by name.
  package var details: [String: String]
  /// What a public page says it is ("investigating", "identified", "monitoring", "resolved").
  package var publicStatus: String?
  /// How bad a public page says it is ("none", "minor", "major", "critical").
  package var publicImpact: String?

  package init(
    title: String, text: String, short: String? = nil, action: Action = .update, urgency: Urgency = .info,
    subject: String, service: String? = nil, link: String? = nil, details: [String: String] = [:],
    publicStatus: String? = nil, publicImpact: String? = nil
  ) {
    self.title = title
    self.text = text
    self.short = short
    self.action = action
    self.urgency = urgency
    self.subject = subject
    self.service = service
    self.link = link
    self.details = details
    self.publicStatus = publicStatus
    self.publicImpact = publicImpact
  }
}

extension LetterContent {
  /// The same with DRILL on every line, so that no part of it can be taken for the real thing.
  package var markedAsDrill: LetterContent {
    var marked = self
    marked.title = Self.marked(title)
    marked.text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : Self.marked(String($0)) }.joined(separator: "\n")
    marked.short = short.map(Self.marked)
    marked.urgency = .info
    return marked
  }

  private static func marked(_ line: String) -> String { line.hasPrefix("DRILL") ? line : "DRILL: " + line }
}
