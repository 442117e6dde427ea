import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentCorrect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Give a better account of an entry, or retract it.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "The entry's id, as `incident show --json` prints it.")
  var event: String

  @Option(help: "The new text.")
  var text: String?

  @Option(help: ArgumentHelp("When it really was.", valueName: "time"))
  var at: String?

  @Flag(help: "Take the entry back.")
  var retract = false

  @Option(help: "Why.")
  var reason: String

  func run() throws {
    let session = try Session.open(options)
    guard let id = EventID(event) else { throw Trouble(.badInput, "\"\(event)\" is no entry id.") }
    try session.perform(
      .incident(
        try session.incident(target.incident),
        Correct(id, text: text, time: try session.time(at), isRetraction: retract, reason: reason),
        revision: target.revision), json: options.json)
  }
}
