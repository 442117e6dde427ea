import ArgumentParser
import Commands
import Incidents

struct IncidentSplitVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Take a merge back, or say that it does not follow from the other incident.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: "Why.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), Split(reason: reason), revision: target.revision),
      json: options.json)
  }
}
