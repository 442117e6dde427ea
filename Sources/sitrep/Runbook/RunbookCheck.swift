import ArgumentParser
import Commands
import EventLog
import Procedures

struct RunbookCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What runbooks get wrong, with file and line; ends with 1 where one does.",
    discussion: """
      A runbook that says `kind: runbook` in its front matter is held to the standard: nine sections, two options, a \
      number to validate by, commands in blocks. Any other Markdown is right as soon as it can be read; --standard \
      tells what it lacks, too.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Names or Markdown files; without any, all that are at hand.") var runbooks: [String] = []
  @Flag(help: "Hold every one of them to the standard.") var standard = false

  func run() throws {
    let texts =
      runbooks.isEmpty
      ? try RunbookText.all(options) : try runbooks.map { try RunbookText.find($0, options) }
    let found = texts.map { ($0, problems(of: $0.procedure)) }
    if options.json {
      Output.json(
        .array(
          found.flatMap { text, problems in
            problems.map { problem in
              .object([
                "runbook": .string(text.procedure.name), "file": .string(text.place),
                "line": .integer(Int64(problem.line)), "message": .string(problem.message),
                "blocking": .bool(problem.isBlocking),
              ])
            }
          }))
    } else {
      Output.lines(
        found.flatMap { text, problems in
          problems.isEmpty
            ? [summary(of: text.procedure)] : problems.map { "\(text.place):\($0.line): \($0.message)" }
        })
    }
    if found.contains(where: { $0.1.contains(where: \.isBlocking) }) { throw ExitCode(1) }
  }

  private func problems(of procedure: Procedure) -> [ProcedureProblem] {
    let held = standard || RunbookStandard.binds(procedure)
    return procedure.problems + (held ? RunbookStandard.problems(of: procedure) : [])
  }

  private func summary(of procedure: Procedure) -> String {
    let commands = procedure.steps.flatMap(\.commands).count
    let checks = procedure.steps.flatMap(\.checks).count
    return "\(procedure.name): all there, \(procedure.steps.count) steps, \(commands) commands, \(checks) checks."
  }
}
