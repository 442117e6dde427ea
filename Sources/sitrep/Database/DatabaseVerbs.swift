import ArgumentParser

struct DatabaseVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "db", abstract: "The store: verify, back up, restore, export, import, redact, measure.",
    subcommands: [
      DatabaseVerify.self, DatabaseRebuild.self, DatabaseBackup.self, DatabaseRestore.self, DatabaseExport.self,
      DatabaseImport.self, DatabaseRedact.self, DatabaseStats.self, DatabaseGenerate.self,
    ])
}
