import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import OnCall
import Screens
import Settings

struct IncidentShow: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one incident whole.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String

  @Option(name: .customLong("as-of"), help: ArgumentHelp("Only what was known then.", valueName: "time"))
  var knownAt: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let id = try session.desk.incident(named: incident)
    let detail = try session.time(knownAt).map { try session.detail(id, asKnownAt: $0) } ?? session.detail(id)
    let now = SystemClock.now()
    if options.json {
      Output.json(detail.json(at: detail.knownAt ?? now))
    } else {
      Output.lines(
        PlainScreen.lines(
          of: detail, now: now, offset: session.configuration.console.displayZone.offset(at: now)))
    }
  }
}
