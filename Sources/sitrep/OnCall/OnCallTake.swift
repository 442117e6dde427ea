import ArgumentParser
import Commands
import EventLog
import OnCall

struct OnCallTake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take over now, until the shift ends; it outranks every other change.")

  @OptionGroup var options: GlobalOptions

  @Option(help: "primary, secondary or commander.")
  var role = "primary"

  @Option(help: ArgumentHelp("Until when; the end of the shift where nothing is said.", valueName: "time"))
  var until: String?

  @Option(help: "Why.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      TakeOver(try session.role(role), until: try until.map { try session.moment($0) }, reason: reason),
      json: options.json)
  }
}
