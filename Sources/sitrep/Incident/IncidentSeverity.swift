import ArgumentParser
import Commands
import Incidents

struct IncidentSeverity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "severity", abstract: "Set how bad it is; lowering wants a reason.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "SEV1 to SEV4.")
  var severity: String

  @Option(help: "Why.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(
        try session.incident(target.incident), SetSeverity(try session.severity(severity), reason: reason),
        revision: target.revision), json: options.json)
  }
}
