import ArgumentParser
import Commands
import EventLog
import Settings

struct ConfigCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say every mistake with file, line and remedy; ends with 78 where there is one.",
    discussion: """
      Where Sitrep is the pager of a service, it is a mistake, too, if a page is not known to come to somebody whom the \
      escalation names: `sitrep page --test NAME` finds out, and the store keeps what came of it. Where there is no store \
      yet, only the files are looked at.
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let paths = try Session.places(options)
    guard let folder = paths.configuration, paths.isConfigurationChosen || Surroundings.folderExists(folder) else {
      if options.json { return Output.json(.array([])) }
      return Output.line("No configuration: what ships is in force. `sitrep config init` writes it down to be changed.")
    }
    var problems: [SettingsProblem]
    do {
      problems = try Configuration.check(folder: folder)
    } catch {
      throw Trouble(.configuration, error.message, cause: error.cause)
    }
    if problems.isEmpty { problems = try untried(paths) }
    if options.json {
      Output.json(
        .array(
          problems.map {
            .object([
              "file": .string($0.file), "line": .integer(Int64($0.line)), "column": .integer(Int64($0.column)),
              "message": .string($0.message), "advice": .string($0.advice),
            ])
          }))
    } else {
      Output.lines(problems.isEmpty ? ["\(folder): all right."] : problems.map(\.description))
    }
    if !problems.isEmpty { throw ExitCode(78) }
  }

  /// Whom the escalation names and no page is known to reach.
  private func untried(_ paths: StorePaths) throws -> [SettingsProblem] {
    let configuration = try Session.settings(paths)
    guard configuration.pagesPeople else { return [] }
    guard Surroundings.fileExists(paths.database), let session = try Session.openForReading(options) else {
      Output.complain("there is no store here: whether pages come to people is not known yet.")
      return []
    }
    return configuration.problems(ofPagingConfirmedBy: try ConfirmedWays(session).people(configuration))
  }
}
