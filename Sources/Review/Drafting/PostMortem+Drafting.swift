import EventLog
import Incidents

extension PostMortem {
  /// Drafts a post-mortem from what is recorded, at any time and from any state.
  ///
  /// - Parameter names: whether the narrative keeps people's names; otherwise it calls them by their roles, and only
  ///   the table of attendees says who they were.
  package static func draft(_ material: ReviewMaterial, names keepsNames: Bool = false) -> PostMortem {
    let material = material.inOrder
    let incident = material.incident
    let names = RoleNames(material, keepsNames: keepsNames)
    let narrative = Narrative(names: names)
    let told = material.entries.filter(\.isTold)
    let owes = incident.exists && incident.owesPostMortem
    let resolved = incident.times.resolved?.at ?? incident.closedAt
    let worst = incident.severities.map(\.value).min() ?? incident.severity
    var draft = PostMortem(
      id: incident.id, number: incident.number, label: material.label, title: names.replaced(in: incident.title),
      service: incident.service, tier: incident.tier,
      severityReached: incident.exists && (incident.isSeverityStated || !incident.severities.isEmpty) ? worst : nil,
      status: incident.exists ? incident.status : nil, resolution: incident.resolution, isDrill: incident.isDrill,
      revision: incident.revision, preparedAt: material.preparedAt, chainHead: material.chainHead,
      reviewDue: owes && !incident.status.isOpen
        ? resolved.flatMap { ReviewDueDate.after($0, severity: worst) } : nil,
      owesReview: owes, waiver: incident.waiver.map(names.replaced(in:)), summary: "", isSummaryDrafted: true,
      impact: incident.impact.map(names.replaced(in:)),
      report: incident.report.map { report in
        ConditionReport(
          condition: names.replaced(in: report.condition), actions: names.replaced(in: report.actions),
          needs: names.replaced(in: report.needs))
      }, times: incident.times, detection: "", severities: [], statuses: [],
      recovery: recovery(material), verification: incident.verification.map(names.replaced(in:)),
      timeline: narrative.lines(material), hiddenEntries: material.entries.count { $0.isHidden },
      takenBackEntries: material.entries.count { !$0.isHidden && !$0.isTold }, roles: [],
      runs: material.runs.map { run in
        var run = run
        for index in run.skipped.indices { run.skipped[index].reason = names.replaced(in: run.skipped[index].reason) }
        return run
      },
      promises: promises(material, names), decisions: told.filter { $0.kind == "decision" }.map(narrative.line),
      messages: told.filter { $0.kind == "comms" }.map(narrative.line), figures: Figure.all(of: incident),
      attendees: names.people, gaps: [])
    draft.roles = incident.roles.sorted { ($0.from, $0.role.rawValue) < ($1.from, $1.role.rawValue) }.map {
      RoleLine(role: $0.role, who: names.name($0.person), from: $0.from, to: $0.to)
    }
    draft.severities = stretches(
      incident.severities.map { ($0.value.name, $0.from) }, until: end(of: incident, material))
    draft.statuses = stretches(
      incident.statuses.map { ($0.value.rawValue, $0.from) }, until: incident.closedAt ?? material.preparedAt)
    draft.detection = draft.detectionSentence(incident)
    draft.alerts = alertLines(material, names)
    draft.missingAlerts = incident.missingAlerts.map { names.replaced(in: $0.text) }
    if let written = incident.summary, !written.isEmpty {
      draft.summary = names.replaced(in: written)
      draft.isSummaryDrafted = false
    } else {
      draft.summary = draft.draftedSummary
    }
    draft.stated = incident.imported?.stated ?? []
    if let record = material.record { draft.take(record, names) }
    draft.gaps = GapFinder(material: material, draft: draft).gaps()
    return draft
  }

  /// What people wrote and decided, their names replaced wherever they are not owners.
  private mutating func take(_ record: ReviewRecord, _ names: RoleNames) {
    stage = record.stage
    owner = record.owner
    for section in HumanSection.allCases {
      if let text = record.text(of: section) { sections[section] = names.replaced(in: text) }
    }
    factors = record.factors.map { factor in
      var factor = factor
      factor.text = names.replaced(in: factor.text)
      return factor
    }
    actions = record.actions.map { item in
      var item = item
      item.text = names.replaced(in: item.text)
      return item
    }
    explanations = record.explanations
    accepted = record.accepted
  }

  package func figure(_ name: Figure.Name) -> Figure? { figures.first { $0.name == name } }

  private static func recovery(_ material: ReviewMaterial) -> Recovery {
    let incident = material.incident
    guard incident.exists else { return Recovery(verdict: .unknown) }
    var measured: Span?
    if let resolved = incident.times.resolved?.at, let disruption = incident.disruption?.at, resolved >= disruption {
      measured = resolved - disruption
    }
    return Recovery(
      verdict: RecoveryVerdict(incident, tiers: material.tiers),
      target: incident.tier.flatMap { material.tiers[$0]?.rto }, measured: measured)
  }

  private static func promises(_ material: ReviewMaterial, _ names: RoleNames) -> [Promise] {
    let now = material.preparedAt
    let ofIncident = material.incident.deadlines.compactMap { Promise($0, owner: owner(of: $0), at: now) }
    let ofRuns = material.runs.flatMap { run in
      run.deadlines.compactMap { Promise($0, owner: "whoever follows \(run.procedure)", at: now) }
    }
    let inOrder = (ofIncident + ofRuns).sorted { ($0.dueAt, $0.kind) < ($1.dueAt, $1.kind) }
    return withoutRepetition(inOrder).map { promise in
      var promise = promise
      promise.rule = names.replaced(in: promise.rule)
      return promise
    }
  }

  /// A promise that was taken back and given again within its minute stands there twice: one row says as much. Of
  /// those that ended alike the last stands for all.
  private static func withoutRepetition(_ promises: [Promise]) -> [Promise] {
    var kept: [Promise] = []
    // They come in the order in which they are due, so of its like only the last can be near.
    var last: [String: Int] = [:]
    for promise in promises {
      let like = "\(promise.isKept)\(promise.isBroken) \(promise.kind)\n\(promise.rule)\n\(promise.owner)"
      if let same = last[like], promise.dueAt - kept[same].dueAt < .minutes(1) {
        kept[same] = promise
      } else {
        last[like] = kept.count
        kept.append(promise)
      }
    }
    return kept
  }

  /// The role that a kind of promise belongs to; never the person, whatever the record's target says.
  private static func owner(of deadline: Deadline) -> String {
    switch deadline.kind {
    case Clocks.acknowledge: "on call"
    case Clocks.escalation: "whoever runs the pager"
    case _ where Clocks.isUpdate(deadline.kind): "whoever speaks to others"
    case Clocks.recovery: "the response as a whole"
    case Clocks.review: "the owner of the post-mortem"
    case _ where deadline.kind.hasPrefix(ActionClock.prefix): "the owner of the action item"
    default: "the owner of the incident"
    }
  }

  private static func end(of incident: Incident, _ material: ReviewMaterial) -> Instant {
    guard !incident.status.isOpen else { return material.preparedAt }
    return incident.times.resolved?.at ?? incident.closedAt ?? material.preparedAt
  }

  /// How long each value held in all, in the order in which they first came.
  private static func stretches(_ intervals: [(name: String, from: Instant)], until end: Instant) -> [Stretch] {
    var stretches: [Stretch] = []
    for (index, interval) in intervals.enumerated() {
      let next = min(index + 1 < intervals.count ? intervals[index + 1].from : end, end)
      let length = max(next - interval.from, .zero)
      if let place = stretches.firstIndex(where: { $0.name == interval.name }) {
        stretches[place].length = stretches[place].length + length
      } else {
        stretches.append(Stretch(name: interval.name, length: length))
      }
    }
    return stretches
  }

  /// What was judged stands there even where its alert has long fired elsewhere.
  private static func alertLines(_ material: ReviewMaterial, _ names: RoleNames) -> [AlertLine] {
    let judged = material.incident.alertJudgements
    let known = material.alerts.map { alert in
      AlertLine(
        name: alert.name, headline: names.replaced(in: alert.headline),
        verdict: judged.first { $0.alert == alert.id }?.verdict)
    }
    let others = judged.filter { one in !material.alerts.contains { $0.id == one.alert } }.map {
      AlertLine(name: $0.name, headline: $0.name, verdict: $0.verdict)
    }
    let order: [AlertVerdict?] = [.useful, .noise, nil]
    return order.flatMap { verdict in
      // A storm's alerts say little one by one: those that nobody judged are cut off.
      (known + others).filter { $0.verdict == verdict }.prefix(verdict == nil ? 20 : .max)
    }
  }

  private func detectionSentence(_ incident: Incident) -> String {
    guard incident.exists else { return "Nothing is recorded." }
    let how = incident.ruleFamily.map { "By monitoring: the rule \($0)." } ?? "By a person, who declared it."
    let delay = figure(.timeToDetect)
    if let value = delay?.value { return "\(how) \(value.measured) after the impact began." }
    return "\(how) How long after the impact began is unknown: \(delay?.missing ?? "no times")."
  }

  private var draftedSummary: String {
    guard number > 0 else { return "Nothing is recorded about this incident." }
    let place = service.map { " of the service \($0)" } ?? ""
    let kind = severityReached.map { "a \($0.name) incident" } ?? "an incident of unstated severity"
    var sentences = ["\(title): \(kind)\(place)."]
    if let value = figure(.timeToRecover)?.value {
      sentences.append("It lasted \(value.measured) from the first impact to full recovery.")
    } else if let value = figure(.impactToMitigation)?.value {
      sentences.append("Users felt it for \(value.measured).")
    } else {
      sentences.append("How long it lasted is not known yet.")
    }
    switch resolution {
    case .fixed: sentences.append("It was fixed by the people who answered.")
    case .selfHealed: sentences.append("It ended by itself.")
    case .falseAlarm: sentences.append("It was a false alarm.")
    case .duplicate: sentences.append("It was a duplicate of another incident.")
    case .cancelled: sentences.append("It was cancelled.")
    case nil: sentences.append(status?.isOpen == true ? "It is still open." : "How it ended is not recorded.")
    }
    return sentences.joined(separator: " ")
  }
}
