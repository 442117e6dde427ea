import ArgumentParser
import Commands
import Incidents

struct IncidentSummary: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "summary", abstract: "Write what opens the post-mortem.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "Two or three sentences.")
  var text: String

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), SetSummary(text), revision: target.revision), json: options.json)
  }
}
