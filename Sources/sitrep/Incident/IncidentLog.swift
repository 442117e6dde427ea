import ArgumentParser
import Commands
import Incidents

struct IncidentLog: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: "Write on the timeline.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @OptionGroup var entry: EntryOptions

  func run() throws { try entry.perform(try Session.open(options), incident: incident, json: options.json) }
}
