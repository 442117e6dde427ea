import ArgumentParser
import Commands
import Desk
import EventLog
import Screens

struct IncidentSimilar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "similar", abstract: "List incidents that are over and like this one, and what fixed them.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let id = try session.desk.incident(named: incident)
    guard case .similar(let hits) = try session.desk.answer(.similar(id), for: session.actor) else { return }
    let now = SystemClock.now()
    if options.json {
      Output.json(
        .array(
          hits.map { hit in
            guard case .object(var fields) = hit.row.json(at: now) else { return .null }
            fields["because"] = .text(hit.excerpt)
            return .object(fields)
          }))
    } else if hits.isEmpty {
      Output.line("Nothing that is over is like it.")
    } else {
      Output.lines(hits.map { "#\($0.row.label) \($0.row.severityLabel) \($0.row.title) (\($0.excerpt ?? "-"))" })
    }
  }
}
