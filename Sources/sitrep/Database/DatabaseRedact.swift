import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger
import Settings

struct DatabaseRedact: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Erase the text of an entry for good; the chain stays whole.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry's id, as `incident show --json` prints it.") var event: String
  @Option(help: "Why; it stays on record.") var reason: String
  @Option(help: ArgumentHelp("The entry's id again.", valueName: "event")) var confirm: String?

  func run() throws {
    guard let id = EventID(event) else { throw Trouble(.badInput, "\"\(event)\" is no entry id.") }
    let session = try Session.open(options)
    try session.require(.redaction)
    let plan = try troubled { try session.desk.ledger.redactionPlan(id) }
    Output.complain(
      "this erases \(plan.events.count) event(s) and \(plan.attachments.count) attachment(s) for good. It needs the "
        + "file alone and \(plan.bytesNeeded / 1_048_576 + 1) MiB free, and takes minutes on a large file.")
    guard try Confirmation.given(confirm, target: event) else {
      throw Trouble(.unconfirmed, "Nothing was erased: repeat it with --confirm \(event).")
    }
    let report = try troubled {
      try session.desk.ledger.redact(id, reason: reason, actor: session.actor) { Output.complain($0) }
    }
    Output.line("\(report.events.count) event(s) redacted.")
    for backup in report.backups { Output.line("This backup still holds the text: \(backup)") }
  }
}
