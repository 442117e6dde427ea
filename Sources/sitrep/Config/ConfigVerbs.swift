import ArgumentParser
import Commands
import EventLog
import FoundationEssentials
import Settings

struct ConfigVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "The configuration: write, check, find it.",
    subcommands: [ConfigInit.self, ConfigCheck.self, ConfigPath.self])
}

struct ConfigInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write commented configuration files; what is there already is left alone.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let folder = try Session.places(options).configuration else {
      throw Trouble(.cannotCreate, "Nothing says where the configuration is: name a folder with --config DIR.")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for file in Configuration.initialFiles() {
        let path = folder + "/" + file.name
        guard !FileManager.default.fileExists(atPath: path) else {
          Output.line("\(path) is there already: left alone.")
          continue
        }
        try Data(file.text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        Output.line("\(path) written.")
      }
    } catch {
      throw Trouble(
        .cannotCreate, "The configuration cannot be written to \(folder): check that you may write there.",
        cause: "\(error)")
    }
  }
}

struct ConfigCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say every mistake with file, line and remedy; ends with 78 where there is one.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let paths = try Session.places(options)
    guard let folder = paths.configuration, paths.isConfigurationChosen || Surroundings.folderExists(folder) else {
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

struct ConfigPath: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "path", abstract: "Where store, configuration and exports lie.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let paths = try Session.places(options)
    if options.json {
      return Output.json(
        .object([
          "store": .string(paths.database), "configuration": .text(paths.configuration),
          "state": .string(paths.state), "exports": .string(paths.exports),
        ]))
    }
    Output.lines([
      "store: \(paths.database)", "configuration: \(paths.configuration ?? "none")", "state: \(paths.state)",
      "exports: \(paths.exports)",
    ])
  }
}
