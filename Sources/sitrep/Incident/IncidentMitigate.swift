import ArgumentParser
import Commands
import Incidents

struct IncidentMitigate: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mitigate", abstract: "Users no longer feel it.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: "What was done.")
  var note: String?

  @Option(help: ArgumentHelp("When it was so.", valueName: "time"))
  var at: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(
        try session.incident(target.incident), Mitigate(note: note, time: try session.time(at)),
        revision: target.revision), json: options.json)
  }
}
