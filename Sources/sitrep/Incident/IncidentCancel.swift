import ArgumentParser
import Commands
import Incidents

struct IncidentCancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "It was none: kept on record, out of the figures.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: "false_alarm, duplicate or cancelled.")
  var because: String

  @Option(help: "A word more.")
  var note: String?

  func run() throws {
    let session = try Session.open(options)
    guard let reason = Resolution(rawValue: because), !reason.counts else {
      throw Trouble(.badInput, "\"\(because)\" is no reason to cancel: false_alarm, duplicate or cancelled.")
    }
    try session.perform(
      .incident(try session.incident(target.incident), Cancel(because: reason, note: note), revision: target.revision),
      json: options.json)
  }
}
