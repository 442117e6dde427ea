import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentLink: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link what proves an entry, or belongs to the incident.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "An address or a digest.")
  var link: String

  @Option(help: ArgumentHelp("The entry that it proves, by its id.", valueName: "event"))
  var entry: String?

  @Option(help: "What is to be seen there.")
  var note: String?

  func run() throws {
    let session = try Session.open(options)
    let id = try entry.map { text in
      guard let id = EventID(text) else { throw Trouble(.badInput, "\"\(text)\" is no entry id.") }
      return id
    }
    try session.perform(
      .incident(
        try session.incident(target.incident), LinkEvidence(link, entry: id, note: note), revision: target.revision),
      json: options.json)
  }
}
