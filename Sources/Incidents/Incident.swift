package import EventLog

/// An incident as the fold of its events: small, whole, and the same for every reader.
package struct Incident: Hashable, Sendable, Codable {
  package var id: StreamID
  /// 0 until an event has opened it.
  package var number = 0
  package var title = ""
  package var service: String?
  package var tier: Int?
  package var ruleFamily: String?
  /// What further alerts must match to join it while it is open.
  package var admissionKey: String?
  package var severity = Severity.sev3
  package var isSeverityConfirmed = false
  package var status = Status.triggered
  package var resolution: Resolution?
  package var isDrill = false
  /// Rises with each event that changes what a person decides upon (status, severity, roles, times, title, service).
  package var revision = 0
  package var times = IncidentTimes()
  package var openedAt = Instant(milliseconds: 0)
  package var acknowledgedAt: Instant?
  package var acknowledgedBy: String?
  package var pagedAt: Instant?
  package var closedAt: Instant?
  /// When the last event was recorded.
  package var lastEventAt = Instant(milliseconds: 0)
  /// When those inside were last told something (an entry of the kind "comms" that went to nobody else).
  package var lastUpdateAt: Instant?
  package var promisedUpdateAt: Instant?
  /// What each audience heard last; one entry for each that was told anything.
  package var told: [Told] = []
  /// The last messages that letters took to people, the oldest first.
  package var messages: [MessageRecord] = []
  /// The texts that were approved last, one for each audience.
  package var approvals: [MessageApproval] = []
  /// When the public first heard of it.
  package var firstPublicUpdateAt: Instant?
  /// Whether a message may promise the next one later than the cadence asks.
  package var isLong = false
  package var severities: [Interval<Severity>] = []
  package var statuses: [Interval<Status>] = []
  package var roles: [RoleInterval] = []
  package var impact: String?
  package var report: ConditionReport?
  package var summary: String?
  package var bridgeURL: String?
  package var channel: String?
  /// What proved the recovery: a check, or a person's words.
  package var verification: String?
  /// Why an incident that owes a post-mortem was closed without one.
  package var waiver: String?
  /// The document that it was taken over from; nil for those that were lived through here.
  package var imported: ImportedFrom?
  package var areAlertsCleared = false
  package var alertsClearedAt: Instant?
  package var deadlines: [Deadline] = []
  package var decisions: [Decision] = []
  package var tasks: [Delegation] = []
  package var hypotheses: [Hypothesis] = []
  /// Roles that wait for somebody's yes.
  package var offers: [RoleOffer] = []
  package var links: [EvidenceLink] = []
  /// Whether its alerts helped, one judgement an alert.
  package var alertJudgements: [AlertJudgement] = []
  /// Alerts that should have fired.
  package var missingAlerts: [MissingAlert] = []
  /// Until when it may rest; passed where that lies behind.
  package var snoozedUntil: Instant?
  /// The incident that this one was merged into.
  package var mergedInto: StreamID?
  /// How it stood before it was merged.
  package var statusBeforeMerge: Status?
  package var children: [MergedChild] = []
  /// The incident that this one probably follows from; nobody has merged it yet.
  package var suspectedParent: StreamID?
  package var suspectedBecause: String?
  /// Nil where nobody ever had to be woken.
  package var escalation: Escalation?
  /// What asks for somebody and was not followed yet.
  package var call: WakeCall?
  /// The last pages, the oldest first; every run's, and those that people sent by hand.
  package var pages: [PageRecord] = []
  /// The last word of another pager.
  package var pager: PagerWord?
  /// What was kept back, each thing once a level.
  @InOrder package var heldBack: Set<String> = []
  @InOrder package var pinned: Set<EventID> = []
  @InOrder package var hidden: Set<EventID> = []

  package init(id: StreamID) { self.id = id }

  /// False for a stream that holds events but none that opened the incident (they may still arrive).
  package var exists: Bool { number > 0 }

  /// False for one that was taken over from a document which states none: what stands in `severity` is then nobody's word.
  package var isSeverityStated: Bool { imported == nil || isSeverityConfirmed }

  /// "SEV1", with a question mark while no person has confirmed it; "SEV?" where nobody ever said.
  package var severityLabel: String {
    isSeverityStated ? severity.name + (isSeverityConfirmed ? "" : "?") : Severity.unstatedLabel
  }

  /// When it began as far as anybody knows: what puts it into a period, and on a day of the year.
  package var began: Instant {
    [times.impactStarted, times.detected, times.declared].compactMap { $0 }
      .first { $0.precision != .unknown }?.at ?? openedAt
  }

  /// Who holds a role now.
  package func holder(of role: Role) -> String? { roles.last { $0.role == role && $0.to == nil }?.person }

  package var commander: String? { holder(of: .commander) }

  /// Who has been offered the command and has not answered.
  package var nextCommander: String? { offers.last { $0.role == .commander }?.person }

  package func isSnoozed(at now: Instant) -> Bool { snoozedUntil.map { $0 > now } ?? false }

  /// The one to ask: the commander, else who acknowledged.
  package var owner: String? { commander ?? (status == .triggered ? nil : acknowledgedBy) }

  /// Nobody has it, or in name alone.
  package var isNobodys: Bool { status == .triggered || (status == .acknowledged && owner == nil) }

  /// Somebody has to be woken, or more people than have it.
  package var isEscalating: Bool {
    exists && (isNobodys || (status == .acknowledged && escalation?.wantsMore == true))
  }

  /// When the incident hurt first, and whether that is only the detection standing in for it.
  package var disruption: (at: Instant, isDetection: Bool)? {
    if let start = times.impactStarted { return (start.at, false) }
    if let detected = times.detected ?? times.declared { return (detected.at, true) }
    return nil
  }

  /// Only fixed and self-healed major incidents owe one.
  package var owesPostMortem: Bool { severity.isMajor && (resolution?.counts ?? true) && !isDrill && imported == nil }
}
