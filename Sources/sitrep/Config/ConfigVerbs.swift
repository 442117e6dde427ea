import ArgumentParser

struct ConfigVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "The configuration: write, check, find it.",
    subcommands: [ConfigInit.self, ConfigCheck.self, ConfigPath.self])
}
