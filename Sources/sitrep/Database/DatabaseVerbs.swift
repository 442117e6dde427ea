import ArgumentParser

struct DatabaseVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db", abstract: "The store: verify, rebuild, back up, redact, measure.",
    subcommands: [
      DatabaseVerify.self, DatabaseRebuild.self, DatabaseBackup.self, DatabaseRedact.self, DatabaseStats.self,
      DatabaseGenerate.self,
    ])
}
