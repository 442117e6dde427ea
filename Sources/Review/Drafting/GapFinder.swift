import EventLog
import Incidents

/// What the record of an incident lacks for a whole post-mortem.
struct GapFinder {
  var material: ReviewMaterial
  var draft: PostMortem

  private var incident: Incident { material.incident }
  private var number: Int { incident.number }

  func gaps() -> [Gap] {
    guard incident.exists else {
      return [
        Gap(
          .timeline, "nothing is recorded about this incident",
          command: "sitrep incident declare --title TITLE --severity SEVERITY --service SERVICE")
      ]
    }
    return summaries() + times() + response() + endings() + communications()
  }

  private func summaries() -> [Gap] {
    var gaps: [Gap] = []
    if draft.isSummaryDrafted {
      gaps.append(
        Gap(
          .summary, "nobody wrote a summary; the one here is put together",
          command: "sitrep incident summary \(number) TEXT"))
    }
    if incident.impact == nil {
      gaps.append(
        Gap(.impact, "who was hit and how much is unknown", command: "sitrep incident impact \(number) TEXT"))
    }
    if incident.service == nil {
      gaps.append(
        Gap(
          .impact, "the service is unknown, so there is no recovery target",
          command: "sitrep incident edit \(number) --service SERVICE"))
    } else if incident.tier == nil {
      gaps.append(
        Gap(
          .impact, "the service has no tier in services.yaml, so there is no recovery target",
          command: "sitrep config check"))
    }
    return gaps
  }

  private func times() -> [Gap] {
    let isOver = !incident.status.isOpen
    let mustKnow: [(String, String, TimePoint?, Bool, Gap.Section)] = [
      ("impact start", "--impact-start", incident.times.impactStarted, true, .impact),
      ("detection", "--detected", incident.times.detected, true, .detection),
      ("declaration", "--declared", incident.times.declared, incident.status != .triggered, .detection),
      ("mitigation", "--mitigated", incident.times.mitigated, isOver, .metrics),
      ("resolution", "--resolved", incident.times.resolved, isOver, .metrics),
    ]
    var gaps = mustKnow.compactMap { name, option, point, isDue, section -> Gap? in
      let command = "sitrep incident times \(number) \(option) TIME"
      guard let point, point.precision != .unknown else {
        return isDue ? Gap(section, "\(name) unknown", command: command) : nil
      }
      return point.precision == .approximate ? Gap(section, "\(name) known only roughly", command: command) : nil
    }
    if let disorder = incident.times.disorder {
      gaps.append(
        Gap(
          .metrics, "\(disorder.earlier) is recorded after \(disorder.later), so figures are missing",
          command: "sitrep incident times \(number)"))
    }
    if incident.pagedAt == nil {
      gaps.append(Gap(.metrics, "nobody was paged, so the time to acknowledge is unknown"))
    }
    return gaps
  }

  private func response() -> [Gap] {
    var gaps: [Gap] = []
    if incident.severity.isMajor, !incident.roles.contains(where: { $0.role == .commander }) {
      gaps.append(
        Gap(.response, "nobody held command", command: "sitrep incident role \(number) commander NAME"))
    }
    if draft.decisions.isEmpty {
      gaps.append(
        Gap(.response, "no decision is recorded", command: "sitrep log TEXT -i \(number) --kind decision --at TIME"))
    }
    for run in material.runs where run.finishedAt == nil {
      gaps.append(
        Gap(.response, "the run of \(run.procedure) was never finished", command: "sitrep runbook status"))
    }
    if !draft.timeline.contains(where: { $0.event != nil || $0.count > 1 }) {
      gaps.append(Gap(.timeline, "the timeline is empty", command: "sitrep log TEXT -i \(number) --at TIME"))
    }
    return gaps
  }

  private func endings() -> [Gap] {
    guard !incident.status.isOpen else {
      return [
        Gap(
          .resolution, "the incident is still open",
          command: "sitrep incident resolve \(number) --verified-by CHECK")
      ]
    }
    guard incident.verification == nil, incident.resolution?.counts ?? true else { return [] }
    return [
      Gap(
        .resolution, "nothing says how the recovery was checked, so its verdict is UNVERIFIED",
        command: "sitrep incident resolve \(number) --verified-by CHECK")
    ]
  }

  private func communications() -> [Gap] {
    guard incident.severity.isMajor, draft.messages.isEmpty else { return [] }
    return [
      Gap(
        .communications, "no message to others is recorded",
        command: "sitrep log TEXT -i \(number) --kind comms --at TIME")
    ]
  }
}
