import ArgumentParser
import Commands
import Incidents

struct IncidentCan: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "can", abstract: "Report condition, actions and needs.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: "How it stands.")
  var condition: String?

  @Option(help: "What is under way.")
  var actions: String?

  @Option(help: "What is missing.")
  var needs: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(
        try session.incident(target.incident), SetReport(condition: condition, actions: actions, needs: needs),
        revision: target.revision), json: options.json)
  }
}
