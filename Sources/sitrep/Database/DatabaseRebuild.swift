import ArgumentParser
import Desk
import Ledger

struct DatabaseRebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Compute everything anew that is computed from the log.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session.open(options)
    let progress = Progress("folded", unit: "events")
    let report = try troubled { try session.desk.ledger.rebuild { progress.show($0) } }
    progress.end()
    Output.line("\(report.events) events in \(report.streams) streams folded anew.")
  }
}
