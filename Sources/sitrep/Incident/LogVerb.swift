import ArgumentParser
import Commands

struct LogVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Write on the timeline of the only open incident, or of -i N.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var entry: EntryOptions

  @Option(name: [.customShort("i"), .long], help: ArgumentHelp("The incident.", valueName: "n"))
  var incident: String?

  func run() throws { try entry.perform(try Session.open(options), incident: incident, json: options.json) }
}
