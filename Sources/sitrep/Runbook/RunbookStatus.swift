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
  @Argument(help: ArgumentHelp("The run's key, or its runbook's name.", valueName: "run")) var key: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    if let key { return try Self.print(try session.desk.run(named: key), session, json: options.json) }
    let runs = try session.desk.openRuns()
    if options.json { return Output.json(.array(runs.map(\.json))) }
    guard !runs.isEmpty else { return Output.line("No run is under way.") }
    Output.lines(
      PlainTable(
        headings: ["RUN", "RUNBOOK", "DONE", "NEXT", "INCIDENT", "BY"],
        rows: runs.map {
          [
            String($0.id.key), $0.procedure, "\($0.done + $0.skipped)/\($0.total)", $0.current.map(String.init) ?? "-",
            $0.incidentLabel.map { "#" + $0 } ?? "-", $0.people.joined(separator: ", "),
          ]
        }
      ).lines())
  }

  static func print(_ run: StreamID, _ session: Session, json: Bool) throws {
    guard case .runbook(let page) = try session.desk.answer(.run(run), for: session.actor) else { return }
    if json { return Output.json(page.json) }
    let now = SystemClock.now()
    Output.line("\(page.row.name) " + (page.row.run.map { RunWords.progress($0, now: now) } ?? ""))
    if let objective = page.objective { Output.line("RTO \(objective.words)") }
    for remark in StepRemarks.ofPage(page) { Output.line(remark) }
    for option in page.options { Output.line("  \(option.isTaken ? "(*)" : "( )") \(option.name) \(option.title)") }
    for step in page.steps {
      Output.line(
        "  \(mark(step.state)) \(step.number) " + (step.option.map { "\($0): " } ?? "") + step.title
          + (step.person.map { person in "  (\(person)\(step.at.map { " " + ClockWords.utc($0) } ?? ""))" } ?? ""))
      if !step.gaps.isEmpty, step.state == .todo {
        Output.line("        not known: \(step.gaps.map(\.words).joined(separator: ", "))")
      }
      for note in step.notes { Output.line("        \(note)") }
    }
  }

  private static func mark(_ state: StepRow.State) -> String {
    switch state {
    case .todo: "[ ]"
    case .done: "[x]"
    case .skipped: "[-]"
    case .notTaken: "[.]"
    }
  }
}
