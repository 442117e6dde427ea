import ArgumentParser
import Commands
import Incidents

struct IncidentReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Take a resolved or closed incident up again.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: "Why.")
  var reason: String

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), Reopen(reason: reason), revision: target.revision),
      json: options.json)
  }
}
