import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger

struct DatabaseVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every event against its hash and its chain; ends with 65 on damage.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.null) : ()
    }
    let progress = Progress("checked", unit: "events")
    let report = try troubled { try session.desk.ledger.verify { progress.show($0) } }
    progress.end()
    if options.json {
      Output.json(
        .object([
          "events": .integer(Int64(report.events)), "redactions": .integer(Int64(report.redactions)),
          "sound": .bool(report.isSound), "heads": .array(report.heads.map { .string($0.description) }),
          "damage": .array(
            report.damage.map {
              .object([
                "kind": .string($0.kind.rawValue), "event": .text($0.event?.description),
                "message": .string($0.sentence),
              ])
            }),
        ]))
    } else {
      Output.lines(report.damage.map(\.sentence))
      let redacted = report.redactions == 0 ? "" : ", \(report.redactions) redacted"
      Output.line(
        report.isSound
          ? "\(report.events) events\(redacted): the chain is whole."
          : "\(report.events) events\(redacted): \(report.damage.count) damaged. Restore a backup, or keep this file as evidence."
      )
      for head in report.heads { Output.line("head \(head)") }
    }
    if !report.isSound { throw ExitCode(65) }
  }
}
