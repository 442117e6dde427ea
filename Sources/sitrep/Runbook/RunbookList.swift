import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Procedures
import Screens
import Settings

struct RunbookList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The runbooks at hand.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let index = RunbookFolders.index(try Session.settings(try Session.places(options)))
    let rows = index.procedures.map { procedure in
      RunbookRow(
        name: procedure.name, title: procedure.title, service: procedure.frontMatter.service,
        target: procedure.frontMatter.target, steps: procedure.steps.count, rules: procedure.frontMatter.rules)
    }
    if options.json { return Output.json(.array(rows.map(\.json))) }
    guard !rows.isEmpty else {
      return Output.line("No runbooks: put Markdown files into the folder that sitrep.yaml names.")
    }
    Output.lines(
      PlainTable(
        headings: ["NAME", "STEPS", "TARGET", "RULES", "TITLE"],
        rows: rows.map {
          [
            $0.name, "\($0.steps)", $0.target?.words ?? "-", $0.rules.isEmpty ? "-" : $0.rules.joined(separator: " "),
            $0.title,
          ]
        }
      ).lines())
  }
}
