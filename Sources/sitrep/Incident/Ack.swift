import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents

struct Ack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ack", abstract: "Acknowledge; without a number the only triggered incident.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(.incident(try target(session), Acknowledge(), revision: nil), json: options.json)
  }

  private func target(_ session: Session) throws -> StreamID {
    if let incident { return try session.desk.incident(named: incident) }
    guard case .board(let board) = try session.desk.answer(.board, for: session.actor) else {
      throw Trouble(.refused, "No answer.")
    }
    let waiting = board.rows.filter { $0.status == .triggered }
    guard let first = waiting.first else { throw Trouble(.noSuchIncident, "No incident waits for an acknowledge.") }
    guard waiting.count == 1 else {
      let list = waiting.map { Output.inList("#\($0.label) \($0.severityLabel) \($0.title)") }.joined(separator: "\n  ")
      throw Trouble(.refused, "Several incidents wait; say which one:\n  \(list)")
    }
    return first.id
  }
}
