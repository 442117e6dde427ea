/// What a section of a post-mortem is for, told by its heading.
package enum SectionKind: String, Hashable, Sendable, CaseIterable {
  case title, summary, impact, detection, background, timeline, response, resolution, factors, trigger, analysis
  case wentWell = "went_well"
  case wentLess = "went_less_well"
  case lucky, surprised, actions
  case notActing = "decisions_not_to_act"
  case prevention, lessons, communications, metrics, attendees, glossary, appendix, note
  /// What the draft itself says is missing.
  case missing
  case other

  /// Those that a whole post-mortem has, in their order.
  package static let standard: [SectionKind] = [
    .summary, .impact, .detection, .background, .timeline, .response, .resolution, .factors, .trigger, .analysis,
    .wentWell, .wentLess, .lucky, .surprised, .actions, .notActing, .prevention, .communications, .metrics, .attendees,
  ]

  /// The kind that a heading names; nil where its words are those of no known section.
  package init?(heading: String) {
    let plain = heading.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
      .joined(separator: " ")
    guard let kind = Self.words.first(where: { entry in entry.phrases.contains { Self.holds(plain, $0) } })?.kind
    else { return nil }
    self = kind
  }

  /// As a person calls it.
  package var title: String {
    switch self {
    case .wentWell: "what went well"
    case .wentLess: "what went less well"
    case .lucky: "where we got lucky"
    case .surprised: "what surprised us"
    case .actions: "action items"
    case .factors: "contributing factors"
    case .analysis: "analysis"
    case .resolution: "resolution and recovery"
    case .notActing: "decisions not to act"
    default: rawValue
    }
  }

  /// What has to be in it; nil for those that a heading alone explains.
  package var content: String {
    switch self {
    case .summary: "two or three sentences: what users saw, how long, how it ended"
    case .impact: "who could not do what, how many of how many, for how long"
    case .detection: "who or what noticed, how long after the impact began"
    case .background: "only what a newcomer needs in order to follow"
    case .timeline: "one line an event with its time, from before the impact to the end"
    case .response: "who held which role, which runbook was followed, what was sent"
    case .resolution: "what ended it for now and what mends it for good, and what proves that"
    case .factors: "the conditions that made it possible, none of them a person"
    case .trigger: "the event that turned conditions into impact"
    case .analysis: "how each condition became possible, with evidence"
    case .wentWell: "what made it smaller than it might have been"
    case .wentLess: "what made it longer or harder"
    case .lucky: "near misses"
    case .surprised: "what nobody expected, and who could explain it"
    case .actions: "what will be done, each with owner, due date and done-when"
    case .notActing: "what will not be done, and why"
    case .prevention: "for each factor its action, or why it is accepted"
    case .communications: "what was told to whom, and when"
    case .metrics: "how long detection, answer, mitigation and recovery took"
    case .attendees: "who took part"
    default: "text"
    }
  }

  /// Whether what stands there looks ahead: what should be is then no judgement of what was.
  package var looksAhead: Bool {
    switch self {
    case .actions, .notActing, .prevention, .lessons: true
    default: false
    }
  }

  /// Phrases that begin at the beginning of a word; the first section with one of them wins.
  private static let words: [(kind: SectionKind, phrases: [String])] = [
    (.missing, ["still missing"]),
    (.prevention, ["prevention and follow"]),
    (.notActing, ["decisions not to act", "decided not to", "not acting", "will not do", "won't do", "wont do"]),
    (.wentWell, ["went well", "what worked", "worked well", "go well", "positives"]),
    (
      .wentLess,
      [
        "went wrong", "less well", "went poorly", "went badly", "not go well", "didn't go", "could be improved",
        "could have gone", "areas for improvement", "what did not", "negatives",
      ]
    ),
    (.lucky, ["luck", "near miss"]),
    (.surprised, ["surpris", "open question", "unanswered"]),
    (
      .actions,
      [
        "action item", "actions", "action point", "next step", "todo", "to do", "follow up", "followup",
        "corrective", "remediation item", "tasks", "work items", "repair item",
      ]
    ),
    (.lessons, ["lesson", "learned", "learnt", "learning", "takeaway"]),
    (.prevention, ["prevent", "avoid", "future"]),
    (.timeline, ["timeline", "time line", "chronology", "sequence of events", "incident log", "course of events"]),
    (.trigger, ["trigger"]),
    (.factors, ["contributing", "root cause", "cause", "factors"]),
    (.note, ["how to read", "blameless", "on blame", "about this document"]),
    (.communications, ["communication", "messag", "customer notice", "announcement"]),
    (
      .summary,
      ["summary", "overview", "tl dr", "tldr", "abstract", "synopsis", "what happened", "description", "in short"]
    ),
    (.impact, ["impact", "affected", "effect", "scope", "damage", "blast radius"]),
    (.detection, ["detect", "discover", "how did we find", "how we found", "notification"]),
    (
      .analysis,
      ["analysis", "5 why", "five why", "whys", "investigation", "technical detail", "details", "how it became"]
    ),
    (.resolution, ["resolution", "recovery", "mitigation", "remediation", "fix", "workaround", "repair", "restor"]),
    (.response, ["response", "roles", "responders"]),
    (.background, ["background", "context", "introduction", "preface"]),
    (.metrics, ["stats", "metrics", "statistics", "figures", "numbers", "measure"]),
    (.attendees, ["attendee", "participant", "people", "authors", "contributors", "who was", "persons", "signed"]),
    (.glossary, ["glossary", "terms", "definitions", "abbreviations"]),
    (
      .appendix, ["appendi", "supporting", "reference", "links", "related", "further reading", "attachment", "sources"]
    ),
  ]

  private static func holds(_ text: String, _ phrase: String) -> Bool {
    text.hasPrefix(phrase) || text.contains(" " + phrase)
  }
}
