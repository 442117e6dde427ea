package import EventLog

/// What people did about a post-mortem, as the fold of its events.
package struct ReviewRecord: Hashable, Sendable, Codable {
  package var stream: StreamID
  package var incident: StreamID?
  package var stage = ReviewStage.draft
  package var owner: String?
  /// When the review was held, while it counts as held.
  package var reviewedAt: Instant?
  /// Who signed it off, while that counts.
  package var reviewedBy: String?
  package var versions: [SectionVersion] = []
  /// The versions that a later one was based on, or brought together.
  @InOrder package var replaced: Set<EventID> = []
  package var actions: [ActionItem] = []
  package var factors: [ContributingFactor] = []
  package var explanations: [Explanation] = []
  package var accepted: [Acceptance] = []
  package var deadlines: [Deadline] = []
  package var isDrill = false

  /// Why a gap stays open.
  package struct Explanation: Hashable, Sendable, Codable {
    package var section: String
    package var reason: String
    package var person: String
  }

  /// Why a finding stands.
  package struct Acceptance: Hashable, Sendable, Codable {
    package var rule: String
    package var words: String
    package var reason: String
    package var person: String
  }

  package init(stream: StreamID) { self.stream = stream }

  /// The stream of an incident's post-mortem.
  package static func stream(of incident: StreamID) -> StreamID {
    StreamID(ReviewFold.streamKind, String(incident.key))
  }

  /// The texts of a section that count: one, or several where people wrote on the same base.
  package func heads(of section: HumanSection) -> [SectionVersion] {
    versions.filter { $0.section == section && !replaced.contains($0.id) && !$0.text.isEmpty }
  }

  /// The section as it reads now; where there are several texts all of them, each with its author.
  package func text(of section: HumanSection) -> String? {
    let heads = heads(of: section)
    guard heads.count > 1 else { return heads.first?.text }
    return heads.map { "(\($0.author), \($0.id)) \($0.text)" }.joined(separator: "\n\n")
  }

  /// The version that a new text is based on: the latest of those that count.
  package func base(of section: HumanSection) -> EventID? {
    versions.last { $0.section == section && !replaced.contains($0.id) }?.id
  }

  package func action(_ id: EventID) -> ActionItem? { actions.first { $0.id == id } }

  /// The factors that lead to one, or those that nothing is said to follow from.
  package func factors(under parent: EventID?) -> [ContributingFactor] { factors.filter { $0.parent == parent } }
}
