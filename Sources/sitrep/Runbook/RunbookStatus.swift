import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Procedures
import Screens

struct RunbookStatus: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "status", abstract: "Runs under way, or one run whole.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The run's key.", valueName: "run")) var key: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    if let key { return try Self.print(StreamID(RunFold.streamKind, key), session, json: options.json) }
    let runs = try session.desk.openRuns()
    if options.json { return Output.json(.array(runs.map(\.json))) }
    guard !runs.isEmpty else { return Output.line("No run is under way.") }
    Output.lines(
      PlainTable(
        headings: ["RUN", "RUNBOOK", "DONE", "INCIDENT"],
        rows: runs.map {
          [String($0.id.key), $0.procedure, "\($0.done)/\($0.total)", $0.incidentLabel.map { "#" + $0 } ?? "-"]
        }
      ).lines())
  }

  static func print(_ run: StreamID, _ session: Session, json: Bool) throws {
    guard case .runbook(let page) = try session.desk.answer(.run(run), for: session.actor) else { return }
    if json { return Output.json(page.json) }
    Output.line("\(page.row.name) \(page.row.run?.done ?? 0)/\(page.steps.count)")
    for step in page.steps {
      let mark = step.state == .done ? "[x]" : step.state == .skipped ? "[-]" : "[ ]"
      Output.line("  \(mark) \(step.number) \(step.title)" + (step.person.map { "  (\($0))" } ?? ""))
      for note in step.notes { Output.line("        \(note)") }
    }
  }
}
