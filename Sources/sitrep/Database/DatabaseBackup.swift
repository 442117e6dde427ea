import ArgumentParser
import Commands
import Desk
import Ledger

struct DatabaseBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store into one new file while others go on writing.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The new file.") var file: String

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchFile, "There is nothing to back up.")
    }
    let report = try troubled { try session.desk.ledger.backup(to: file) }
    Output.line("\(report.path) written, \(report.bytes) bytes.")
    for head in report.heads { Output.line("head \(head)") }
  }
}
