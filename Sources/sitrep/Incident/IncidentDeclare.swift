import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentDeclare: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "declare", abstract: "Declare an incident.")

  @OptionGroup var options: GlobalOptions

  @Option(help: "What is wrong, in a few words.")
  var title: String

  @Option(help: "How bad it is; when unsure, the higher one.")
  var severity: String

  @Option(help: "The service it is about.")
  var service: String?

  @Option(help: ArgumentHelp("Since when users feel it.", valueName: "time"))
  var impactStart: String?

  func run() throws {
    let session = try Session.open(options)
    let start = try session.time(impactStart)
    try session.perform(
      .declare(
        Declare(
          title: title, severity: try session.severity(severity), service: service,
          impactStarted: start.map { TimePoint($0.at, $0.precision) })),
      json: options.json)
    session.warn(ofUnknownService: service)
  }
}
