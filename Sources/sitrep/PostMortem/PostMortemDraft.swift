import ArgumentParser
import Commands
import Desk
import Review

struct PostMortemDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Print the draft, and on standard error what it still lacks and how to fill it.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Flag(help: "Keep people's names instead of roles.") var names = false

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let draft = try session.desk.postMortem(of: try session.desk.incident(named: incident), names: names)
    if options.json { return Output.text(draft.json) }
    Output.text(try PostMortemText.markdown(draft))
    for gap in draft.gaps { Output.complain("missing: \(gap.what)" + (gap.command.map { ": `\($0)`" } ?? "")) }
  }
}
