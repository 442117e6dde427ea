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
            incident.deadlines.filter(\.isOpen).sorted { $0.dueAt < $1.dueAt }
              .map { "\(named(incident)) \($0.kind) by \($0.dueAt.utcText)" }
          }),
        .init("Decided", try incidents.flatMap { try decisions($0, named($0), reading) }),
        .init("Running", runs), .init("Come and go", flapping),
        .init("Away soon", leaveLines(schedule, now: now)),
      ], note: note)
  }

  private func stateLine(_ incident: Incident, _ label: String) -> String {
    let owner = incident.owner.map { ", \($0)" } ?? ", nobody"
    let impact = incident.impact.map { ": \($0)" } ?? ""
    return "\(label) \(incident.severityLabel) \(incident.status.rawValue)\(owner), \(incident.title)\(impact)"
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
