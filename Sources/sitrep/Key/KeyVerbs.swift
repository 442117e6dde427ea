import ArgumentParser

struct KeyVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys that machines send alerts with.",
    subcommands: [KeyCreate.self, KeyList.self, KeyRevoke.self])
}
