import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Screens

struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "What runs out next; --short for a status line or a prompt.")

  @OptionGroup var options: GlobalOptions
  @Flag(help: "A few characters only; nothing where all is quiet.") var short = false

  func run() throws {
    guard let session = try Session.openForReading(options),
      case .board(let board) = try session.desk.answer(.board, for: session.actor)
    else { return options.json ? Output.json(.null) : () }
    let now = SystemClock.now()
    let next = board.rows.filter(\.status.isOpen).map { row in
      var row = row
      // Silence on a SEV1 runs out as well.
      if let word = row.wordDue(at: now) { row.deadlines.append(word) }
      return row
    }.filter { $0.nextDeadline != nil }.min { ($0.nextDeadline?.dueAt ?? now) < ($1.nextDeadline?.dueAt ?? now) }
    if options.json { return Output.json(next?.json(at: now) ?? .null) }
    guard let next else {
      if !short { Output.line("Nothing runs out: \(board.header.open) open incidents.") }
      return
    }
    let what = next.nextDeadline.map { DeadlineWords.cell($0, now: now) } ?? ""
    Output.line(short ? "#\(next.label) \(what)" : "#\(next.label) \(next.severityLabel) \(what)  \(next.title)")
  }
}
