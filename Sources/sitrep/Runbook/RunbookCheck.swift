import ArgumentParser
import Commands
import EventLog
import Procedures

struct RunbookCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What a runbook lacks; ends with 1 where it must not be used so.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name, or a Markdown file.") var runbook: String

  func run() throws {
    let procedure = try RunbookText.find(runbook, options)
    let problems = RunbookStandard.problems(of: procedure)
    if options.json {
      Output.json(.array(problems.map { .object(["line": .integer(Int64($0.line)), "message": .string($0.message)]) }))
    } else {
      Output.lines(
        problems.isEmpty
          ? ["\(procedure.name): all there."] : problems.map { "\(procedure.name):\($0.line): \($0.message)" })
    }
    if problems.contains(where: \.isBlocking) { throw ExitCode(1) }
  }
}
