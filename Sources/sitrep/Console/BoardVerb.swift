import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger
import OnCall
import Screens
import Settings
import Terminal

/// The board for the wall: the console without keys, large and still.
struct BoardVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board", abstract: "The board for the wall: impact, roles, the next task, clocks. q leaves it.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard !options.wantsLines else { return try printed() }
    ProcessSignals.block()
    guard let session = try Session.openForReading(options) else { return }
    defer { session.desk.ledger.close() }
    let code = try ScreenConsole(session, options, opensBoard: true).run()
    if code != 0 { throw ExitCode(code) }
  }

  /// The same once, as lines.
  private func printed() throws {
    guard let session = try Session.openForReading(options),
      case .board(let board) = try session.desk.answer(.board, for: session.actor)
    else { return }
    let now = SystemClock.now()
    var state = ScreenState(
      size: Size(columns: 100, rows: 60), now: now, offset: session.configuration.console.displayZone.offset(at: now),
      opensBoard: true)
    Output.lines(
      state.wallText(board) { id in try? session.detail(id, entries: 12) })
  }
}
