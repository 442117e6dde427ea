package import EventLog

/// What is due of an incident's pages at one moment, decided from its state alone: asked as often as one likes, it
/// never says the same twice, because what it says becomes part of the state.
package struct EscalationStep {
  /// What is to be recorded and sent.
  package struct Outcome: Sendable {
    package var drafts: [Draft]
    package var letters: [PageLetter]
    /// When to ask again at the latest; nil where nothing is to come by itself.
    package var nextAt: Instant?
  }

  private var incident: Incident
  private let facts: EscalationFacts
  private var drafts: [Draft] = []
  private var letters: [PageLetter] = []
  private var nextAt: Instant?
  private var isHeld = false

  private init(_ incident: Incident, _ facts: EscalationFacts) {
    self.incident = incident
    self.facts = facts
  }

  /// What is due now. An acknowledge of the same moment counts when it is taken in first.
  package static func due(on incident: Incident, facts: EscalationFacts) -> Outcome {
    var step = EscalationStep(incident, facts)
    // A drill wakes nobody by itself.
    if incident.exists, !incident.isDrill, !facts.incident.isDrill {
      step.stop()
      switch facts.pager(of: incident) {
      case .sitrep: step.page()
      case .external: step.noteOtherPager()
      case .none: break
      }
      step.keepTime()
    }
    return Outcome(drafts: step.drafts, letters: step.letters, nextAt: step.nextAt)
  }

  private var now: Instant { facts.now }

  private mutating func write(_ body: some EventPayload, occasion: String? = nil) {
    let draft = incident.draft(body, at: now, occasion: occasion.map { "\(incident.id)|\($0)" })
    drafts.append(draft)
    incident = Clocks.provisional(incident, [draft], facts: facts.incident)
  }

  /// What two files that met had decided apart, or what the configuration ended.
  private mutating func stop() {
    guard let escalation = incident.escalation, escalation.isRunning else { return }
    var stopped = EscalationStopped(of: escalation, on: incident)
    if facts.pager(of: incident) != .sitrep {
      stopped.because = .pagerChanged
      stopped.person = nil
      stopped.wasPaged = nil
    } else if incident.isEscalating {
      return
    }
    write(stopped, occasion: "escalation_stopped|\(escalation.run)")
  }

  private mutating func noteOtherPager() {
    guard incident.isNobodys, !incident.heldBack.contains("external|..") else { return }
    write(
      PageSuppressed(
        hold: "external", dueAt: now, because: "\(otherPager) wakes people for \(incident.service ?? "this service")"),
      occasion: "page_external")
  }

  private var otherPager: String {
    incident.service.flatMap { facts.incident.services[$0]?.externalPager } ?? "another pager"
  }

  private mutating func page() {
    if incident.isNobodys {
      begin()
    } else if let call = incident.call, call.reason == .firesAgain || call.reason == .raised {
      ask(call)
    }
    guard incident.isEscalating else { return }
    // Each turn reaches a level, so a round is through after as many as there are; what is left waits for the next look.
    for _ in 0...(incident.escalation?.policy.levels.count ?? 0) {
      guard let next = incident.escalation?.next, next.dueAt <= now else { return }
      if let hold = hold(on: incident.escalation?.severity ?? incident.severity) {
        keepBack(hold, round: next.round, level: next.level, dueAt: next.dueAt)
        return
      }
      reach(next)
    }
  }

  // MARK: - Beginning

  private mutating func begin() {
    let last = incident.escalation
    if last?.isRunning == true, incident.call == nil { return }
    let policy = last?.policy ?? facts.policy
    let severity = incident.severity
    guard let first = policy.numbers(on: severity).first else { return }
    let run = (last?.run ?? 0) + 1
    if let hold = hold(on: severity) {
      keepBack(hold, round: 1, level: first, dueAt: incident.call?.at ?? now, run: run)
      return
    }
    let start = EscalationStart(of: incident, policy: policy, now: now)
    write(
      EscalationBegan(
        run: run, policy: last == nil ? policy : nil, severity: severity, level: start.level, anchor: start.anchor,
        firstTo: start.firstTo, because: start.because),
      occasion: "escalation|\(run)")
  }

  // MARK: - Paging

  /// The owner first: nobody else is paged unless they leave it unanswered.
  private mutating func ask(_ call: WakeCall) {
    guard let owner = incident.owner else { return }
    if let hold = hold(on: incident.severity) {
      keepBack(hold, round: nil, level: nil, dueAt: call.at)
      return
    }
    let words = call.reason == .raised ? "an alert raised it to \(incident.severity.name)" : "its alert fires again"
    intend(
      owner, key: "\(call.reason.rawValue).\(call.at.milliseconds)",
      PageIntended(
        key: "", person: owner, target: "the owner", call: call.reason, because: "\(words), and \(owner) has it"))
    // A page of this key that is on record already answers the call as well.
    if incident.call == call { incident.call = nil }
  }

  private mutating func reach(_ next: Escalation.Next) {
    guard let before = incident.escalation else { return }
    let isFirst = before.level < next.level && before.reached.isEmpty && next.round == 1
    var meant = next.targets.flatMap { target in facts.team.people(of: target).map { (person: $0, target: target) } }
    var isPassedOn = before.policy.ownTargets(of: next.level, on: before.severity)
      .allSatisfy { facts.team.people(of: $0).isEmpty }
    if isFirst, let person = before.firstTo {
      meant = [(person: person, target: EscalationTarget(.person, person))]
      isPassedOn = false
    }
    let because = EscalationReason(escalation: before, next: next, now: now).words
    var people: [String] = []
    for one in meant where !people.contains(one.person) { people.append(one.person) }
    let place = "\(before.run).\(next.round).\(next.level)"
    write(
      LevelReached(
        run: before.run, round: next.round, level: next.level, severity: before.severity, targets: next.targets,
        people: people, dueAt: next.dueAt, isPassedOn: isPassedOn, isMore: next.isMore ? true : nil, because: because),
      occasion: "level|\(place)" + (next.isMore ? "|\(before.severity.name)" : ""))
    for person in people where !before.acknowledgedBy.contains(person) {
      // Whoever was paged a moment ago for an earlier level need not be told again.
      guard !letters.contains(where: { $0.person == person }) else { continue }
      let target = meant.first { $0.person == person }?.target
      intend(
        person, key: place,
        PageIntended(
          key: "", person: person, target: target?.name, run: before.run, round: next.round, level: next.level,
          isNotice: before.policy.notices.contains(before.severity) ? true : nil, because: because))
    }
  }

  private mutating func intend(_ person: String, key: String, _ page: PageIntended) {
    var page = page
    page.key = "\(incident.id.key)/\(key)/\(person)"
    guard !incident.pages.contains(where: { $0.key == page.key }) else { return }
    write(page, occasion: "page|\(key)|\(person)")
    letters.append(PageLetter(page, on: incident, at: now))
  }

  // MARK: - Keeping back

  private func hold(on severity: Severity) -> EscalationHold? {
    var holds = facts.holds
    if let until = incident.snoozedUntil, incident.isSnoozed(at: now) {
      holds.append(EscalationHold(id: "rest:\(until.milliseconds)", until: until, because: "it was let to rest"))
    }
    return holds.longest(on: severity, at: now)
  }

  /// Said once for each level and each thing that keeps it back.
  private mutating func keepBack(
    _ hold: EscalationHold, round: Int?, level: Int?, dueAt: Instant, run: Int? = nil
  ) {
    nextAt = hold.until
    isHeld = true
    let suppressed = PageSuppressed(
      hold: hold.id, run: run ?? (level == nil ? nil : incident.escalation?.run), round: round, level: level,
      dueAt: dueAt, until: hold.until, because: hold.because)
    guard !incident.heldBack.contains(suppressed.place) else { return }
    write(suppressed, occasion: "page_suppressed|\(suppressed.place)")
    guard let stream = hold.stream else { return }
    drafts.append(
      Draft(
        SilenceHeldBack(
          incident: incident.id, number: incident.number, title: incident.title, severity: incident.severity,
          level: level),
        stream: stream, happenedAt: now, occasion: "\(stream)|held_back|\(incident.id)|\(suppressed.place)"))
  }

  // MARK: - The clock

  /// The next page is a promise on a clock like any other: it moves along, and is broken where Sitrep itself was late.
  private mutating func keepTime() {
    let open = incident.deadlines.open(Clocks.escalation)
    let wanted = promise
    if nextAt == nil { nextAt = wanted?.dueAt }
    guard open?.dueAt != wanted?.dueAt else { return }
    if let open, wanted == nil || now - open.dueAt > Self.tolerance {
      let isReached = incident.escalation?.levelAt == now
      var end = DeadlineSet(
        open.kind, dueAt: open.dueAt, target: open.target, rule: open.rule, configHash: facts.incident.clocks.configHash
      )
      if isReached {
        end.metAt = now - open.dueAt > Self.tolerance ? now : min(now, open.dueAt)
      } else {
        end.voidedAt = now
      }
      write(end)
    }
    guard var set = wanted else { return }
    set.movedFrom = incident.deadlines.open(Clocks.escalation)?.dueAt
    write(set)
  }

  /// A page that goes out within this long after its time is on time.
  private static let tolerance = Span.minutes(1)

  private var promise: DeadlineSet? {
    guard incident.isEscalating || incident.call != nil else { return nil }
    if isHeld {
      return nextAt.map {
        DeadlineSet(
          Clocks.escalation, dueAt: $0, rule: "paging waits until then", configHash: facts.incident.clocks.configHash)
      }
    }
    guard let escalation = incident.escalation, let next = escalation.next else { return nil }
    return DeadlineSet(
      Clocks.escalation, dueAt: next.dueAt, target: next.targets.map(\.name).joined(separator: ", "),
      rule: EscalationReason(escalation: escalation, next: next, now: next.dueAt).rule,
      configHash: facts.incident.clocks.configHash)
  }
}
