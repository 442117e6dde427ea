import Commands
import EventLog
import Incidents
import Ledger
import OnCall

extension Desk {
  /// What whoever takes over has to know, from what is recorded.
  func brief(
    role: DutyRole, to: String?, note: String?, by actor: Actor, _ reading: Reading
  ) throws -> HandoffBrief {
    let now = clock()
    let schedule = try recordedRota(reading).schedule(configured: configuration.rota, at: now)
    let parties = OfferHandoff.parties(role, by: actor.person, in: schedule, at: now)
    let incidents = try openIncidents(reading).filter { configuration.isDrill || !$0.isDrill }
    var labels: [StreamID: String] = [:]
    for incident in incidents {
      labels[incident.id] = "#" + (try label(of: incident.id, number: Int64(incident.number), reading))
    }
    func named(_ incident: Incident) -> String { labels[incident.id] ?? "" }
    var runs: [String] = []
    var flapping: [String] = []
    for incident in incidents {
      for run in try self.runs(of: incident.id, reading) where run.finishedAt == nil {
        runs.append("\(named(incident)) \(run.procedure), step \(run.current ?? run.total) of \(run.total)")
      }
      for alert in try alerts(of: incident.id, reading) where alert.episodes > 2 {
        flapping.append(
          "\(named(incident)) \(alert.name): \(alert.episodes) times, \(alert.isFiring ? "fires" : "quiet")")
      }
    }
    return HandoffBrief(
      role: role, from: actor.person, to: to ?? parties.to, handoffAt: parties.at,
      parts: [
        .init("Open incidents", incidents.map { stateLine($0, named($0)) }),
        .init(
          "What the next one needs",
          incidents.compactMap { incident in
            incident.report.map { "\(named(incident)) \($0.condition); \($0.actions); needs \($0.needs)" }
          }),
        .init(
          "Promised",
          incidents.flatMap { incident in
            let own = Set(incident.tasks.map(\.clock) + incident.decisions.compactMap(\.clock))
            return incident.deadlines.filter { $0.isOpen && !own.contains($0.kind) }.sorted { $0.dueAt < $1.dueAt }
              .map { "\(named(incident)) \($0.kind.replacing("_", with: " ")) by \($0.dueAt.utcText)" }
          }),
        .init("Tasks that are out", incidents.flatMap { incident in tasks(incident, named(incident), now) }),
        .init("Decided", try incidents.flatMap { try decisions($0, named($0), reading) }),
        .init("Not decided yet", incidents.flatMap { incident in polls(incident, named(incident)) }),
        .init("Ruled out", incidents.flatMap { hypotheses($0, named($0), .ruledOut) }),
        .init("Suspected", incidents.flatMap { hypotheses($0, named($0), .open) }),
        .init(
          "At rest",
          incidents.compactMap { incident in
            incident.isSnoozed(at: now)
              ? incident.snoozedUntil.map { "\(named(incident)) rests until \($0.utcText)" } : nil
          }),
        .init("Wakes nobody", try silences(reading, at: now).map(silenceLine)),
        .init("Running", runs), .init("Come and go", flapping),
        .init("Away soon", leaveLines(schedule, now: now)),
      ], note: note)
  }

  private func silenceLine(_ silence: Silence) -> String {
    let held = silence.heldBack.isEmpty ? "" : ", \(silence.heldBack.count) kept back"
    return "\(silence.matcherText) until \(silence.end.utcText), \(silence.words)\(held)"
  }

  private func stateLine(_ incident: Incident, _ label: String) -> String {
    let owner = incident.owner.map { ", \($0)" } ?? ", nobody"
    let impact = incident.impact.map { ": \($0)" } ?? ""
    let pager = otherPager(of: incident).map { pager in
      " [" + PagerRow(name: pager.name, word: incident.pager?.pager == pager.name ? incident.pager?.words : nil).short
        + "]"
    }
    return
      "\(label) \(incident.severityLabel) \(incident.status.rawValue)\(owner), \(incident.title)\(impact)\(pager ?? "")"
  }

  /// Who does what, and until when; what nobody said yes to yet says so.
  private func tasks(_ incident: Incident, _ label: String, _ now: Instant) -> [String] {
    incident.tasks.filter(\.isOpen).sorted {
      ($0.dueAt ?? .init(milliseconds: .max), $0.number) < ($1.dueAt ?? .init(milliseconds: .max), $1.number)
    }.map { task in
      let back = task.dueAt.map { $0 < now ? ", was due \($0.utcText)" : ", back by \($0.utcText)" } ?? ""
      return "\(label) \(task.person): \(task.text)\(back)" + (task.state == .given ? ", not yet understood" : "")
    }
  }

  private func polls(_ incident: Incident, _ label: String) -> [String] {
    incident.decisions.filter { $0.state == .proposed }.map { poll in
      let until = poll.dueAt.map { ", objections until \($0.utcText)" } ?? ""
      let count = poll.objections.count
      let against = count == 0 ? "" : ", \(count) objection\(count == 1 ? "" : "s")"
      return "\(label) \(poll.text)?\(until)\(against)"
    }
  }

  private func hypotheses(_ incident: Incident, _ label: String, _ state: Hypothesis.State) -> [String] {
    incident.hypotheses.filter { $0.state == state }.map { hypothesis in
      "\(label) \(hypothesis.text)" + (hypothesis.evidence.map { " (\($0))" } ?? "")
    }
  }

  private func decisions(_ incident: Incident, _ label: String, _ reading: Reading) throws -> [String] {
    guard !incident.decisions.isEmpty else { return [] }
    return try reading.timeline(incident: incident.id, newest: 200).filter { $0.label == "decision" }.suffix(3)
      .map { "\(label) \($0.text)" }
  }

  private func leaveLines(_ schedule: Schedule, now: Instant) -> [String] {
    schedule.leaves.filter { $0.end > now && $0.from < now + .days(7) }.sorted { $0.from < $1.from }
      .map { "\($0.person) from \($0.from.utcText) to \($0.end.utcText)" }
  }
}
