import ArgumentParser
import Commands
import Incidents

struct IncidentUnack: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "unack", abstract: "Give the acknowledge back.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: "Why.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), Unacknowledge(reason: reason), revision: target.revision),
      json: options.json)
  }
}
