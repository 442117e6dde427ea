import ArgumentParser
import Commands
import EventLog
import Procedures

struct RunbookCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What a runbook lacks; ends with 1 where it lacks anything.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name, or a Markdown file.") var runbook: String

  func run() throws {
    let procedure = try RunbookText.find(runbook, options)
    let problems = RunbookStandard.problems(procedure)
    if options.json {
      Output.json(.array(problems.map { .object(["line": $0.line.map { .integer(Int64($0)) } ?? .null, "message": .string($0.message)]) }))
    } else {
      Output.lines(
        problems.isEmpty
          ? ["\(procedure.name): all there."] : problems.map { procedure.name + ($0.line.map { ":\($0)" } ?? "") + ": \($0.message)" })
    }
    if !problems.isEmpty { throw ExitCode(1) }
  }
}
