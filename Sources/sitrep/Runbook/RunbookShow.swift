import ArgumentParser
import Commands
import EventLog
import Procedures

struct RunbookShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A runbook as it was written, or what Sitrep reads in it (--json).")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name, or a Markdown file.") var runbook: String

  func run() throws {
    let procedure = try RunbookText.find(runbook, options)
    guard options.json else { return Output.text(procedure.source) }
    Output.json(encodable: RunbookJSON(procedure))
  }
}
