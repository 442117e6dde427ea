import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentHide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hide", abstract: "Leave an entry out of the post-mortem.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "The entry's id, as `incident show --json` prints it.")
  var event: String

  @Flag(help: "Take it in again.")
  var off = false

  func run() throws {
    let session = try Session.open(options)
    guard let id = EventID(event) else { throw Trouble(.badInput, "\"\(event)\" is no entry id.") }
    try session.perform(
      .incident(try session.incident(target.incident), Hide(id, isHidden: !off), revision: target.revision),
      json: options.json)
  }
}
