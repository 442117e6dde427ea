import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Screens

struct IncidentList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List open incidents in the console's order, or all.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Those that are over as well, newest first.")
  var all = false

  @Option(help: ArgumentHelp("Only those in a status.", valueName: "status"))
  var status: String?

  @Option(help: ArgumentHelp("Only those opened since.", valueName: "time"))
  var since: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    var wanted: Status?
    if let status {
      guard let named = Status(rawValue: status) else {
        throw Trouble(
          .badInput, "\"\(status)\" is no status: \(Status.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      wanted = named
    }
    let from = try session.time(since)?.at
    let includesPast = all || wanted == .closed || wanted == .resolved || from != nil
    let rows = try rows(session, includesPast: includesPast, from: from).filter { row in
      (wanted.map { $0 == row.status } ?? (includesPast || row.status.isOpen))
        && (from.map { row.openedAt >= $0 } ?? true)
    }
    let now = SystemClock.now()
    if options.json {
      Output.json(.array(rows.map { $0.json(at: now) }))
    } else {
      Output.lines(rows.isEmpty ? ["No incidents."] : PlainScreen.table(of: rows, now: now))
    }
  }

  private func rows(_ session: Session, includesPast: Bool, from: Instant?) throws -> [IncidentRow] {
    guard case .board(let board) = try session.desk.answer(.board, for: session.actor) else { return [] }
    var rows = board.rows.filter(\.status.isOpen)
    let shown = rows.count { !$0.isDrill || board.header.isDrill }
    if shown < board.header.open {
      Output.complain("\(shown) of \(board.header.open) open incidents are listed, those of the highest severity.")
    }
    guard includesPast else { return rows }
    var before: Int64?
    repeat {
      guard case .past(let page) = try session.desk.answer(.past(words: "", before: before), for: session.actor) else {
        break
      }
      rows += page.rows.map(\.row)
      before = page.next
      if let from, let last = page.rows.last, last.row.openedAt < from { break }
    } while before != nil
    return rows
  }
}
