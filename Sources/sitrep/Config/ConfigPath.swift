import ArgumentParser
import Commands
import EventLog
import Settings

struct ConfigPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Where store, configuration and exports lie.")

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
