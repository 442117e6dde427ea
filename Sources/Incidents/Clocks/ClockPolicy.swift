package import EventLog

/// The promises that run on a clock, by severity. Changing them never moves a promise that already runs.
package struct ClockPolicy: Hashable, Sendable, Codable {
  /// How long a page may go unacknowledged; a severity without one has no acknowledge clock.
  package var acknowledge: [Severity: Span]
  package var updates: [Severity: UpdateCadence]
  /// The same for the public, which has a clock of its own.
  package var publicUpdates: [Severity: UpdateCadence]
  /// From which severities on the public is told in any case. None where it has no channel: its clock then runs only
  /// once somebody has told it something.
  package var publicFrom: Set<Severity>
  package var tiers: [Int: TierTargets]
  /// After a change of state an update is due at the latest this much later.
  package var updateAfterStateChange: Span
  /// How long all alerts must stay resolved before a minor incident counts as healed.
  package var selfHeal: Span
  /// An alert that fires again within this long after the resolution reopens the incident.
  package var reopenWithin: Span
  /// How long the owner has to answer when an alert fires again.
  package var answer: Span
  /// How long whoever is offered a role has to say yes or no.
  package var handover: Span
  /// How long objections to a decision are waited for, unless somebody says otherwise.
  package var objections: Span
  /// How long nobody may write anything on a major incident, its alerts still firing, before it is nobody's again.
  package var silence: [Severity: Span]
  /// The digest of the configuration these numbers come from.
  package var configHash: String?

  package init(
    acknowledge: [Severity: Span] = ClockPolicy.shippedAcknowledge,
    updates: [Severity: UpdateCadence] = ClockPolicy.shippedUpdates,
    publicUpdates: [Severity: UpdateCadence] = ClockPolicy.shippedPublicUpdates, publicFrom: Set<Severity> = [],
    tiers: [Int: TierTargets] = TierTargets.shipped,
    updateAfterStateChange: Span = .minutes(10), selfHeal: Span = .minutes(15), reopenWithin: Span = .minutes(30),
    answer: Span = .minutes(5), handover: Span = .minutes(15), objections: Span = .minutes(2),
    silence: [Severity: Span] = ClockPolicy.shippedSilence, configHash: String? = nil
  ) {
    self.acknowledge = acknowledge
    self.updates = updates
    self.publicUpdates = publicUpdates
    self.publicFrom = publicFrom
    self.tiers = tiers
    self.updateAfterStateChange = updateAfterStateChange
    self.selfHeal = selfHeal
    self.reopenWithin = reopenWithin
    self.answer = answer
    self.handover = handover
    self.objections = objections
    self.silence = silence
    self.configHash = configHash
  }

  /// Primary answers within 15 minutes on major incidents; a minor one moves to the secondary after 30.
  package static let shippedAcknowledge: [Severity: Span] = [
    .sev1: .minutes(15), .sev2: .minutes(15), .sev3: .minutes(30),
  ]

  package static let shippedSilence: [Severity: Span] = [.sev1: .minutes(30), .sev2: .minutes(60)]

  package static let shippedUpdates: [Severity: UpdateCadence] = [
    .sev1: UpdateCadence(first: .minutes(15), every: .minutes(30), final: .minutes(15)),
    .sev2: UpdateCadence(first: .minutes(30), every: .minutes(60), final: .minutes(30)),
    .sev3: UpdateCadence(first: .minutes(60), every: .hours(4), final: nil),
  ]

  package static let shippedPublicUpdates = shippedUpdates.merging(
    [.sev4: UpdateCadence(first: .hours(4), every: .hours(24), final: nil)]
  ) { known, _ in known }

  /// How often a clock wants people to be told; nil where not at all.
  package func cadence(of clock: UpdateClock, _ severity: Severity) -> UpdateCadence? {
    switch clock {
    case .team: updates[severity]
    case .everyone: publicUpdates[severity]
    }
  }
}

/// How often people are told: the first message, those after it, and the last one.
package struct UpdateCadence: Hashable, Sendable, Codable {
  package var first: Span
  package var every: Span
  /// After the resolution; nil where the resolution itself is the last word.
  package var final: Span?

  package init(first: Span, every: Span, final: Span?) {
    self.first = first
    self.every = every
    self.final = final
  }
}
