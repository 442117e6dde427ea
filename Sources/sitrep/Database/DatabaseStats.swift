import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Ledger

struct DatabaseStats: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: "How large the store is.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.null) : ()
    }
    let stats = try troubled { try session.desk.ledger.stats() }
    let figures: [(String, Int64)] = [
      ("events", Int64(stats.events)), ("streams", Int64(stats.streams)), ("entries", Int64(stats.entries)),
      ("attachments", Int64(stats.attachments)), ("redactions", Int64(stats.redactions)),
      ("file_bytes", stats.fileBytes), ("log_bytes", stats.logBytes), ("position", stats.position),
      ("schema", Int64(stats.schema)),
    ]
    if options.json {
      var fields: [String: JSONValue] = Dictionary(uniqueKeysWithValues: figures.map { ($0, .integer($1)) })
      fields["path"] = .string(stats.path)
      fields["node"] = .string(stats.node)
      fields["heads"] = .array(stats.heads.map { .string($0.description) })
      return Output.json(.object(fields))
    }
    Output.lines(["path: \(stats.path)", "node: \(stats.node)"] + figures.map { "\($0): \($1)" })
    if stats.isClockAhead { Output.line("The newest entry is \(stats.clockLead.words) ahead of this machine's clock.") }
  }
}
