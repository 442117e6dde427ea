/// A place in a post-mortem that could be said better, or that is not there.
package struct Finding: Hashable, Sendable {
  /// How much it matters. Errors and warnings fail a check, information does not.
  package enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
    case information = "info"
    case warning, error

    package static func < (left: Level, right: Level) -> Bool { left.weight < right.weight }

    private var weight: Int {
      switch self {
      case .information: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  package var rule: CheckRule
  package var level: Level
  /// From 1; that of its first word.
  package var line: Int
  /// From 1, in characters.
  package var column: Int
  /// Where the words stand in the text, in UTF-8 bytes.
  package var range: Range<Int>
  /// As they stand there.
  package var words: String
  package var section: SectionKind
  package var why: String
  /// What to write instead.
  package var suggestion: String
}

/// A section that is not there, or that says nothing.
package struct SectionGap: Hashable, Sendable {
  /// What is wrong with it.
  package enum Trouble: String, Hashable, Sendable { case missing, empty }

  package var section: SectionKind
  package var trouble: Trouble
  /// That of its heading, from 1; nil where there is none.
  package var line: Int?

  package init(_ section: SectionKind, _ trouble: Trouble, line: Int? = nil) {
    self.section = section
    self.trouble = trouble
    self.line = line
  }

  /// "impact is empty: who could not do what, how many of how many, for how long".
  package var sentence: String {
    "\(section.title) \(trouble == .missing ? "is missing" : "is empty"): \(section.content)"
  }
}

/// What a check of a post-mortem found.
package struct CheckReport: Hashable, Sendable {
  /// In the order of the text.
  package var findings: [Finding]
  package var gaps: [SectionGap]

  /// Whether nothing stands there that ought to be said otherwise; what is missing is another matter.
  package var passes: Bool { !findings.contains { $0.level > .information } }
}
