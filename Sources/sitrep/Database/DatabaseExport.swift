import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Ledger
import Settings

struct DatabaseExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write events as lines of JSON that another store can take in.",
    discussion: """
      Without -i, --from or --to it holds the whole log. A part of it says so: it shows that its events are what they \
      were, not that nothing was left out.
      """)

  @OptionGroup var options: GlobalOptions
  @Option(name: .shortAndLong, help: ArgumentHelp("One incident.", valueName: "n")) var incident: String?
  @Option(help: ArgumentHelp("What was recorded from then on.", valueName: "time")) var from: String?
  @Option(help: ArgumentHelp("What was recorded before then.", valueName: "time")) var to: String?
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The new file; standard output where nothing is said.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard incident == nil || (from == nil && to == nil) else {
      throw ValidationError("Say -i, or --from and --to, not both.")
    }
  }

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchFile, "There is nothing to export.")
    }
    let scope = try scope(session)
    let progress = Progress("exported", unit: "events")
    let report = try troubled {
      guard let output else {
        return try session.desk.ledger.export(scope, line: { Output.jsonLine($0) }, progress: { progress.show($0) })
      }
      let file = try LineWriter(output)
      let report = try session.desk.ledger.export(scope, line: file.write) { progress.show($0) }
      try file.finish()
      return report
    }
    progress.end()
    Output.complain(
      "\(report.events) event(s) and \(report.attachments) attachment(s)\(output.map { " written to \($0)" } ?? ""). "
        + report.proof)
    for head in report.heads { Output.complain("head \(head)") }
  }

  private func scope(_ session: Session) throws -> ExportScope {
    if let incident { return .incident(try session.desk.incident(named: incident)) }
    let (from, to) = (try session.time(from)?.at, try session.time(to)?.at)
    guard from != nil || to != nil else { return .everything }
    if let from, let to, to <= from { throw Trouble(.badInput, "--to must come after --from.") }
    return .recorded(from: from, to: to)
  }
}
