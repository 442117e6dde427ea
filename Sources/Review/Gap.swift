/// Something the draft lacks, and the command that fills it.
package struct Gap: Hashable, Sendable {
  /// The part of the post-mortem that lacks something.
  package enum Section: String, Hashable, Sendable, CaseIterable {
    case summary, impact, detection, timeline, response, resolution, communications, metrics
  }

  package var section: Section
  /// "impact start unknown", as it stands in a sentence.
  package var what: String
  /// What to type; nil where only time or a person's judgement fills it.
  package var command: String?

  package init(_ section: Section, _ what: String, command: String? = nil) {
    self.section = section
    self.what = what
    self.command = command
  }
}
