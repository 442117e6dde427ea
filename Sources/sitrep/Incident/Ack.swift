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
    let open = board.rows.filter(\.status.isOpen)
    let waiting = open.filter { row in
      row.status == .triggered
        || (row.status == .acknowledged && (row.acknowledgedBy == nil || row.deadlines.open(Clocks.answer) != nil))
    }
    guard let first = waiting.first else { throw nobodyWaits(open) }
    guard waiting.count == 1 else {
      let list = waiting.map { Output.inList("#\($0.label) \($0.severityLabel) \($0.title)") }.joined(separator: "\n  ")
      throw Trouble(.refused, "Several incidents wait; say which one:\n  \(list)")
    }
    return first.id
  }

  private func nobodyWaits(_ open: [IncidentRow]) -> Trouble {
    guard let only = open.first else { return Trouble(.noSuchIncident, "No incident is open.") }
    guard open.count == 1 else {
      return Trouble(.refused, "None of the \(open.count) open incidents waits for an acknowledge.")
    }
    let owner = only.acknowledgedBy.map { " by \($0)" } ?? ""
    return Trouble(
      .refused, "#\(only.label), the only open incident, is \(only.status.rawValue)\(owner) already.")
  }
}
