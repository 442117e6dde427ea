import ArgumentParser
import Commands
import Incidents

struct IncidentAck: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ack", abstract: "Acknowledge: you have it.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), Acknowledge(), revision: target.revision), json: options.json)
  }
}
