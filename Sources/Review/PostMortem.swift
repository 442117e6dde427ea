package import EventLog
package import Incidents

/// A draft of a post-mortem, computed from the log: no figure in it was typed, and what is not known says so.
///
/// Texts are as people wrote them, names replaced by roles where asked; a rendering escapes them for its format.
package struct PostMortem: Hashable, Sendable {
  package var id: StreamID
  /// 0 where nothing has opened the incident.
  package var number: Int
  package var label: String
  package var title: String
  package var service: String?
  package var tier: Int?
  /// The worst it was; nil where nothing is recorded.
  package var severityReached: Severity?
  package var status: Status?
  package var resolution: Resolution?
  package var isDrill: Bool
  package var revision: Int
  package var preparedAt: Instant
  package var chainHead: String?
  /// When the review meeting is due; nil where none is owed or the incident is still open.
  package var reviewDue: Instant?
  package var owesReview: Bool
  package var waiver: String?
  package var summary: String
  /// Whether the summary was put together here because nobody wrote one.
  package var isSummaryDrafted: Bool
  package var impact: String?
  package var report: ConditionReport?
  package var times: IncidentTimes
  package var detection: String
  /// What the alerts were worth: those that led people there first, then noise, then those nobody judged.
  package var alerts: [AlertLine] = []
  /// Gaps of the detection: what should have fired.
  package var missingAlerts: [String] = []
  package var severities: [Stretch]
  package var statuses: [Stretch]
  package var recovery: Recovery
  package var verification: String?
  package var timeline: [NarrativeLine]
  /// How many entries are left out of the narrative by hand.
  package var hiddenEntries: Int
  /// How many are left out of it because they were taken back, what took them back included.
  package var takenBackEntries: Int
  package var roles: [RoleLine]
  package var runs: [ReviewRun]
  package var promises: [Promise]
  package var decisions: [NarrativeLine]
  package var messages: [NarrativeLine]
  package var figures: [Figure]
  package var attendees: [Attendee]
  package var gaps: [Gap]
  /// Whether it is the form for readers outside: pseudonyms, and nothing that leads inside.
  package var isPublic = false
  /// How far the document is.
  package var stage = ReviewStage.draft
  /// The one person who sees it through.
  package var owner: String?
  /// What people wrote, as Markdown of their own.
  package var sections: [HumanSection: String] = [:]
  package var factors: [ContributingFactor] = []
  package var actions: [ActionItem] = []
  package var explanations: [ReviewRecord.Explanation] = []
  package var accepted: [ReviewRecord.Acceptance] = []
  /// Lengths of time that the document it was taken over from states.
  package var stated: [StatedLength] = []

  /// How long a severity or a status held.
  package struct Stretch: Hashable, Sendable {
    package var name: String
    package var length: Span
  }

  /// Whether service came back in time.
  package struct Recovery: Hashable, Sendable {
    package var verdict: RecoveryVerdict
    package var target: Span?
    /// From the disruption to the resolution.
    package var measured: Span?
  }

  /// A role and who held it, by the name that the narrative uses.
  package struct RoleLine: Hashable, Sendable {
    package var role: Role
    package var who: String
    package var from: Instant
    package var to: Instant?
  }

  /// An alert and what people said of it.
  package struct AlertLine: Hashable, Sendable {
    package var name: String
    package var headline: String
    /// Nil where nobody said anything.
    package var verdict: AlertVerdict?

    package var words: String { verdict?.words ?? "not judged" }
  }

  /// A person, and what the narrative calls them.
  package struct Attendee: Hashable, Sendable {
    package var name: String
    package var alias: String
  }
}
