import ArgumentParser
import Commands
import Incidents

struct IncidentClose: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "close", abstract: "End a resolved incident.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: ArgumentHelp("Why no post-mortem is written, where one is owed.", valueName: "reason"))
  var waive: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), Close(waiver: waive), revision: target.revision),
      json: options.json)
  }
}
