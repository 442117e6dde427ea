import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger
import Screens

struct KeyList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "All keys, without their secrets.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    let keys = try troubled { try session.desk.ledger.read { try $0.keys() } }
    if options.json {
      return Output.json(
        .array(
          keys.map {
            .object([
              "name": .string($0.name), "service": .text($0.service),
              "rate": $0.rate.map { .integer(Int64($0)) } ?? .null, "created_at": .time($0.createdAt),
              "revoked_at": .time($0.revokedAt), "last_used_at": .time($0.lastUsedAt), "uses": .integer(Int64($0.uses)),
            ])
          }))
    }
    guard !keys.isEmpty else { return Output.line("No keys. On this host alone, serve takes alerts without one.") }
    Output.lines(
      PlainTable(
        headings: ["NAME", "SERVICE", "LAST USED", "STATE"],
        rows: keys.map {
          [$0.name, $0.service ?? "any", $0.lastUsedAt?.rfc3339 ?? "never", $0.isValid ? "valid" : "revoked"]
        }
      ).lines())
  }
}
