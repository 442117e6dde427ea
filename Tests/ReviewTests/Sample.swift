import EventLog
import Foundation
import Incidents

@testable import Review

/// An incident of 47 minutes on 21 November 2026, told in minutes after 14:00 UTC.
enum Sample {
  static let start = CivilTime(year: 2026, month: 11, day: 21, hour: 14).instantAsUTC

  static func at(_ minutes: Int64, seconds: Int64 = 0) -> Instant { start + .minutes(minutes) + .seconds(seconds) }

  static var incident: Incident {
    var incident = Incident(id: StreamID("incident", "k3f9q2-42"))
    incident.number = 42
    incident.title = "Checkout errors"
    incident.service = "api"
    incident.tier = 1
    incident.ruleFamily = "HighErrorRate"
    incident.severity = .sev1
    incident.isSeverityConfirmed = true
    incident.status = .resolved
    incident.resolution = .fixed
    incident.revision = 9
    incident.openedAt = at(4)
    incident.pagedAt = at(4, seconds: 10)
    incident.acknowledgedAt = at(7, seconds: 30)
    incident.acknowledgedBy = "mira"
    incident.times = IncidentTimes(
      impactStarted: TimePoint(at(0), .approximate), detected: TimePoint(at(4)),
      declared: TimePoint(at(7, seconds: 30)),
      mitigated: TimePoint(at(31)), resolved: TimePoint(at(47), .minute))
    incident.severities = [Interval(.sev2, from: at(4)), Interval(.sev1, from: at(10))]
    incident.statuses = [
      Interval(.triggered, from: at(4)), Interval(.acknowledged, from: at(7, seconds: 30)),
      Interval(.mitigated, from: at(31)), Interval(.resolved, from: at(47)),
    ]
    incident.roles = [
      RoleInterval(role: .commander, person: "mira", from: at(8), to: at(20)),
      RoleInterval(role: .commander, person: "lea", from: at(20)),
      RoleInterval(role: .scribe, person: "jon", from: at(12)),
    ]
    incident.impact = "5 % of checkouts failed; Lea's estimate"
    incident.report = ConditionReport(condition: "errors falling", actions: "roll-back by mira", needs: "none")
    incident.summary = "One checkout in twenty failed for half an hour after a release. Mira rolled it back."
    incident.verification = "5xx below 0.1 % for 15 min"
    incident.deadlines = [
      Deadline(
        kind: Clocks.acknowledge, dueAt: at(19), metAt: at(7, seconds: 30), target: "on call",
        rule: "SEV2: acknowledge within 15m"),
      Deadline(
        kind: Clocks.update, dueAt: at(25), metAt: at(22), rule: "SEV1: first update within 15m of the declaration"),
      Deadline(kind: Clocks.update, dueAt: at(41), metAt: at(45), rule: "SEV1: an update every 30m"),
      Deadline(kind: Clocks.recovery, dueAt: at(60), metAt: at(47), rule: "tier 1: back within 1h of the impact start"),
    ]
    return incident
  }

  static func entry(
    _ number: Int64, _ kind: String, _ person: String, _ time: Instant, _ text: String, pinned: Bool = false,
    hidden: Bool = false, recordedAt: Instant? = nil, precision: Precision = .exact, evidence: [String] = []
  ) -> ReviewEntry {
    let isMachine = kind == "alert"
    return ReviewEntry(
      id: EventID(node: "k3f9q2", sequence: number), kind: kind, person: person,
      assurance: isMachine ? .machine : .verified, happenedAt: time, precision: precision, recordedAt: recordedAt,
      text: text, isPinned: pinned, isHidden: hidden, isAlert: isMachine, evidence: evidence)
  }

  static var entries: [ReviewEntry] {
    [
      entry(1, "alert", "alertmanager", at(4), "HighErrorRate fires: api 5.2 %"),
      entry(2, "alert", "alertmanager", at(4, seconds: 30), "HighErrorRate fires: web 6.0 %"),
      entry(3, "alert", "alertmanager", at(5), "QueueBacklog fires"),
      entry(4, "status", "mira", at(7, seconds: 30), "Acknowledged"),
      entry(5, "decision", "mira", at(12), "Roll back release 118, with @jon watching", pinned: true),
      entry(
        6, "action", "ola", at(11), "Ola stopped the importer", recordedAt: at(33), precision: .minute,
        evidence: ["https://graphs.example.com/d/7"]),
      entry(7, "note", "jon", at(15), "lunch?", hidden: true),
      entry(8, "comms", "lea", at(22), "Status page: some checkouts fail"),
      entry(9, "step", "mira", at(28), "high-error-rate 5/16: Roll back"),
      entry(10, "alert", "alertmanager", at(32), "HighErrorRate resolved"),
      entry(11, "comms", "lea", at(45), "Status page: resolved"),
    ]
  }

  static var runs: [ReviewRun] {
    [
      ReviewRun(
        procedure: "high-error-rate", title: "High error rate", done: 14,
        skipped: [.init(number: 10, title: "Option B: switch the feature off", reason: "not the cause, says mira")],
        total: 15, startedAt: at(9), finishedAt: at(47), outcome: "completed",
        deadlines: [
          Deadline(kind: "runbook", dueAt: at(24), metAt: at(47), rule: "high-error-rate: done within 15m")
        ])
    ]
  }

  static var material: ReviewMaterial {
    ReviewMaterial(
      incident: incident, label: "#42", entries: entries, runs: runs, preparedAt: at(60),
      chainHead: "k3f9q2-57 9f86d081")
  }

  static var empty: ReviewMaterial {
    ReviewMaterial(incident: Incident(id: StreamID("incident", "gone")), label: "#7", preparedAt: at(60))
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// A text that the product once made and a person has read. To accept new ones: run the tests with
  /// `SITREP_RECORD_GOLDENS=1`, then read the difference.
  static func golden(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: "Tests/Goldens/post-mortem/\(name)")
    if ProcessInfo.processInfo.environment["SITREP_RECORD_GOLDENS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try String(contentsOf: file, encoding: .utf8)
  }
}
