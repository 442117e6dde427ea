package import EventLog
package import Incidents

/// One incident whole: what the room shows and what `incident show --json` prints.
package struct IncidentDetail: Hashable, Sendable {
  package var row: IncidentRow
  package var impact: String?
  package var report: ConditionReport?
  package var summary: String?
  package var verification: String?
  package var waiver: String?
  package var bridgeURL: String?
  package var channel: String?
  package var times: IncidentTimes
  package var recovery: RecoveryVerdict
  package var roles: [RoleInterval]
  /// In the order of `happenedAt`, the oldest first.
  package var timeline: [TimelineRow]
  /// How many entries there are beyond those in `timeline`.
  package var earlierEntries: Int
  package var alerts: [AlertRow]
  /// Alerts that should have fired, as people said afterwards.
  package var missingAlerts: [MissingAlert]
  /// How far its post-mortem is; nil where none is owed and nobody began one.
  package var postMortem: PostMortemRow?
  package var runs: [RunRow]
  /// The runbook that answers this incident best, if there is one.
  package var runbook: RunbookRow?
  /// The others that answer it too, the best first.
  package var furtherRunbooks: [RunbookRow]
  /// What `u` would take back for the person who asks, in words; nil where there is nothing.
  package var undoable: String?
  /// How many entries that is: more than one for a chat that was taken over.
  package var undoableEntries: Int
  package var tasks: [Delegation]
  package var decisions: [Decision]
  package var hypotheses: [Hypothesis]
  /// Roles that wait for somebody's yes.
  package var offers: [RoleOffer]
  /// What belongs to the incident as a whole; of an entry it stands there.
  package var links: [EvidenceLink]
  /// What was merged into it.
  package var children: [MergedChild]
  /// Open incidents that probably follow from it.
  package var suspects: [IncidentRow]
  /// Who else has its room open, by name, with when they were last seen there.
  package var present: [Presence]
  /// The moment whose knowledge this is; nil for all that is known now.
  package var knownAt: Instant?

  package init(
    row: IncidentRow, impact: String? = nil, report: ConditionReport? = nil, summary: String? = nil,
    verification: String? = nil, waiver: String? = nil, bridgeURL: String? = nil, channel: String? = nil,
    times: IncidentTimes = IncidentTimes(), recovery: RecoveryVerdict = .unknown, roles: [RoleInterval] = [],
    timeline: [TimelineRow] = [], earlierEntries: Int = 0, alerts: [AlertRow] = [],
    missingAlerts: [MissingAlert] = [], postMortem: PostMortemRow? = nil, runs: [RunRow] = [],
    runbook: RunbookRow? = nil, furtherRunbooks: [RunbookRow] = [], undoable: String? = nil,
    undoableEntries: Int = 1, tasks: [Delegation] = [], decisions: [Decision] = [], hypotheses: [Hypothesis] = [],
    offers: [RoleOffer] = [], links: [EvidenceLink] = [],
    children: [MergedChild] = [], suspects: [IncidentRow] = [], present: [Presence] = [], knownAt: Instant? = nil
  ) {
    self.row = row
    self.impact = impact
    self.report = report
    self.summary = summary
    self.verification = verification
    self.waiver = waiver
    self.bridgeURL = bridgeURL
    self.channel = channel
    self.times = times
    self.recovery = recovery
    self.roles = roles
    self.timeline = timeline
    self.earlierEntries = earlierEntries
    self.alerts = alerts
    self.missingAlerts = missingAlerts
    self.postMortem = postMortem
    self.runs = runs
    self.runbook = runbook
    self.furtherRunbooks = furtherRunbooks
    self.undoable = undoable
    self.undoableEntries = undoableEntries
    self.tasks = tasks
    self.decisions = decisions
    self.hypotheses = hypotheses
    self.offers = offers
    self.links = links
    self.children = children
    self.suspects = suspects
    self.present = present
    self.knownAt = knownAt
  }
}

/// Somebody who has an incident's room open.
package struct Presence: Hashable, Sendable {
  package var person: String
  package var seenAt: Instant
  /// Since when they are writing something that is not sent yet; nil where they only look.
  package var draftingSince: Instant?

  package init(person: String, seenAt: Instant, draftingSince: Instant? = nil) {
    self.person = person
    self.seenAt = seenAt
    self.draftingSince = draftingSince
  }
}

/// A line of a timeline, corrections applied.
package struct TimelineRow: Hashable, Sendable {
  package var id: EventID
  /// The event's kind ("timeline.noted").
  package var kind: String
  /// The one word the screen shows for it: "note", "action", "decision", "alert", "step", "status" …
  package var label: String
  package var person: String
  package var assurance: Assurance
  package var happenedAt: Instant
  package var precision: Precision
  package var recordedAt: Instant
  package var text: String
  /// The correction whose text and time are shown, where there is one.
  package var correctedBy: EventID?
  package var isPinned: Bool
  package var isHidden: Bool
  package var evidence: [String]
  /// The number of the merged incident that it comes from; nil for the incident's own.
  package var origin: String?

  package init(
    id: EventID, kind: String, label: String, person: String, assurance: Assurance = .verified, happenedAt: Instant,
    precision: Precision = .exact, recordedAt: Instant, text: String, correctedBy: EventID? = nil,
    isPinned: Bool = false, isHidden: Bool = false, evidence: [String] = [], origin: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.label = label
    self.person = person
    self.assurance = assurance
    self.happenedAt = happenedAt
    self.precision = precision
    self.recordedAt = recordedAt
    self.text = text
    self.correctedBy = correctedBy
    self.isPinned = isPinned
    self.isHidden = isHidden
    self.evidence = evidence
    self.origin = origin
  }
}

extension TimelineRow {
  package var isCorrected: Bool { correctedBy != nil }
}

/// An alert of an incident, in its latest episode.
package struct AlertRow: Hashable, Sendable {
  package var id: StreamID
  package var name: String
  package var headline: String
  package var isFiring: Bool
  package var startsAt: Instant
  package var endsAt: Instant?
  package var episodes: Int
  package var source: String
  package var runbookURL: String?
  /// When its episodes of the last day began, the oldest first; none where it fired once.
  package var begins: [Instant]
  /// Whether it helped, as people said once the incident was over.
  package var verdict: AlertVerdict?

  package init(
    id: StreamID, name: String, headline: String, isFiring: Bool, startsAt: Instant, endsAt: Instant? = nil,
    episodes: Int = 1, source: String, runbookURL: String? = nil, begins: [Instant] = [], verdict: AlertVerdict? = nil
  ) {
    self.id = id
    self.name = name
    self.headline = headline
    self.isFiring = isFiring
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.episodes = episodes
    self.source = source
    self.runbookURL = runbookURL
    self.begins = begins
    self.verdict = verdict
  }
}
