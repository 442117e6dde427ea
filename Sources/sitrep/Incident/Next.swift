import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Review
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
    // What was promised of incidents that are over comes after everything that burns.
    guard let next else { return try showReview(session, board, now) }
    if options.json { return Output.json(next.json(at: now)) }
    let what = next.nextDeadline.map { DeadlineWords.cell($0, now: now) } ?? ""
    Output.line(short ? "#\(next.label) \(what)" : "#\(next.label) \(next.severityLabel) \(what)  \(next.title)")
  }

  /// The review or the action item that is due first; a prompt is told of none that can wait for a day.
  private func showReview(_ session: Session, _ board: Board, _ now: Instant) throws {
    let promised = try session.desk.postMortems().compactMap { row in row.isDrill ? nil : row.next.map { (row, $0) } }
    guard let (review, promise) = promised.min(by: { $0.1.dueAt < $1.1.dueAt }) else {
      if options.json { return Output.json(.null) }
      if !short { Output.lines(["Nothing runs out: \(board.header.open) open incidents."] + anniversary(board)) }
      return
    }
    let what = DeadlineWords.cell(promise, now: now)
    if options.json {
      var row = try session.detail(review.incident, entries: 1).row
      row.deadlines = [promise]
      return Output.json(row.json(at: now))
    }
    if short {
      if promise.dueAt <= now + .days(1) { Output.line("#\(review.label) \(what)") }
      return
    }
    let who = promise.target.map { " (\($0))" } ?? ""
    Output.lines(["#\(review.label) \(what)\(who)  \(review.title)"] + anniversary(board))
  }

  private func anniversary(_ board: Board) -> [String] { board.anniversaries.prefix(1).map(\.line) }
}
