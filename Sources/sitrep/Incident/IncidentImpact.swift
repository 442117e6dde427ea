import ArgumentParser
import Commands
import Incidents

struct IncidentImpact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", abstract: "Say in one sentence what users feel.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "The sentence.")
  var text: String

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), SetImpact(text), revision: target.revision), json: options.json)
  }
}
