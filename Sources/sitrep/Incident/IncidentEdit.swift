import ArgumentParser
import Commands
import Incidents

struct IncidentEdit: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "edit", abstract: "Put title or service right.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: "The new title.")
  var title: String?

  @Option(help: "The service it is about.")
  var service: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), Edit(title: title, service: service), revision: target.revision),
      json: options.json)
    session.warn(ofUnknownService: service)
  }
}
