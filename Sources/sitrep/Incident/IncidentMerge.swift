import ArgumentParser
import Commands
import Incidents

struct IncidentMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Close it as a part of another incident, which carries its tasks and alerts on.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "The incident that goes on.")
  var into: String

  @Option(help: "Why.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(
        try session.incident(target.incident), Merge(into: try session.incident(into), reason: reason),
        revision: target.revision), json: options.json)
  }
}
