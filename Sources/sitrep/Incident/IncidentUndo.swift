import ArgumentParser
import Commands
import Incidents

struct IncidentUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take your own last command back, within five minutes.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), Undo(), revision: target.revision), json: options.json)
  }
}
