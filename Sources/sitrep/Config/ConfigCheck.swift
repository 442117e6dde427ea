import ArgumentParser
import Commands
import EventLog
import Settings

struct ConfigCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say every mistake with file, line and remedy; ends with 78 where there is one.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let paths = try Session.places(options)
    guard let folder = paths.configuration, paths.isConfigurationChosen || Surroundings.folderExists(folder) else {
      if options.json { return Output.json(.array([])) }
      return Output.line("No configuration: what ships is in force. `sitrep config init` writes it down to be changed.")
    }
    let problems: [SettingsProblem]
    do {
      problems = try Configuration.check(folder: folder)
    } catch {
      throw Trouble(.configuration, error.message, cause: error.cause)
    }
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
}
