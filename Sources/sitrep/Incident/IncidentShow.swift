import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents

struct IncidentShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one incident whole.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let detail = try session.detail(try session.desk.incident(named: incident))
    let now = SystemClock.now()
    if options.json {
      Output.json(detail.json(at: now))
    } else {
      Output.lines(IncidentShow.lines(detail, at: now))
    }
  }

  static func lines(_ detail: IncidentDetail, at now: Instant) -> [String] {
    let row = detail.row
    var lines = ["#\(row.label) \(row.severityLabel) \(row.status.rawValue)  \(row.title)" + (row.isDrill ? "  DRILL" : "")]
    func fact(_ name: String, _ value: String?) {
      if let value { lines.append("  \(name): \(value)") }
    }
    fact("Service", row.service)
    fact("Impact", detail.impact)
    fact("Impact since", detail.times.impactStarted.map { "\($0.at.rfc3339) (\($0.precision.rawValue))" })
    fact("Acknowledged", row.acknowledgedBy.map { "\($0), \(row.acknowledgedAt?.rfc3339 ?? "")" })
    fact("Commander", row.commander)
    fact("Recovery", detail.recovery == .unknown ? nil : detail.recovery.rawValue)
    fact("Verified by", detail.verification)
    fact("Runbook", detail.runbook?.name)
    for deadline in row.deadlines {
      lines.append("  \(deadline.kind): \(deadline.state(at: now).rawValue), due \(deadline.dueAt.rfc3339) (\(deadline.rule))")
    }
    for run in detail.runs { lines.append("  Run \(run.id.key): \(run.procedure) \(run.done)/\(run.total)") }
    for alert in detail.alerts { lines.append("  Alert \(alert.name): \(alert.isFiring ? "firing" : "resolved") (\(alert.headline))") }
    lines.append("  Timeline:")
    lines += detail.timeline.map { entry in
      let marks = (entry.isPinned ? "*" : "") + (entry.isHidden ? "-" : "") + (entry.isCorrected ? "~" : "")
      return "    \(entry.happenedAt.rfc3339)  \(entry.person)  \(entry.label)\(marks)  \(entry.text)"
    }
    return lines
  }
}
