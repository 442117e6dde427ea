import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentResolve: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "resolve", abstract: "Fully back.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: ArgumentHelp("The check, or the words, that prove it.", valueName: "text"))
  var verifiedBy: String?

  @Option(help: "What ended it.")
  var note: String?

  @Option(help: ArgumentHelp("When it was so.", valueName: "time"))
  var at: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(
        try session.incident(target.incident), Resolve(verifiedBy: verifiedBy, note: note, time: try session.time(at)),
        revision: target.revision), json: options.json)
  }
}
