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

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let detail = try session.detail(try session.desk.incident(named: incident))
    let now = SystemClock.now()
    if options.json {
      Output.json(detail.json(at: now))
    } else {
      Output.lines(
        PlainScreen.lines(
          of: detail, now: now, offset: session.configuration.console.displayZone.offset(at: now)))
    }
  }
}
