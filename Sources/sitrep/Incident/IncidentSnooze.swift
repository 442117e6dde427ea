import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentSnooze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Let an incident rest that somebody has; it comes back by itself.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "How long, a day at most; \"off\" ends it.")
  var length: String

  @Option(help: "Why.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    let span: Span? = length == "off" ? nil : try session.length(length)
    try session.perform(
      .incident(try session.incident(target.incident), Snooze(span, reason: reason), revision: target.revision),
      json: options.json)
  }
}
