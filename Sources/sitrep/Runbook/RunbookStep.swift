import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Procedures

struct RunbookStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Check off, skip or annotate a step of a run.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The run's key, as `runbook status` shows it.", valueName: "run")) var key: String
  @Argument(help: "The step's number.") var step: Int?
  @Flag(help: "The step is done.") var done = false
  @Option(help: ArgumentHelp("Leave it out, and why.", valueName: "reason")) var skip: String?
  @Option(help: ArgumentHelp("What it showed.", valueName: "text")) var note: String?
  @Flag(help: "It is to do again.") var reopen = false
  @Flag(help: "The whole run is over.") var complete = false
  @Option(help: ArgumentHelp("Give the run up, and why.", valueName: "reason")) var abandon: String?

  func run() throws {
    let session = try Session.open(options)
    let stream = StreamID(RunFold.streamKind, key)
    let outcome = try session.desk.performAndWait(.run(stream, try action()), by: session.actor)
    if options.json { return try RunbookStatus.print(stream, session, json: true) }
    Output.line(outcome.sentence)
  }

  private func action() throws(Trouble) -> RunAction {
    if complete { return .complete }
    if let abandon { return .abandon(reason: abandon) }
    guard let step else { throw Trouble(.badInput, "Say which step: sitrep runbook step RUN N --done.") }
    if let skip { return .skip(step: step, reason: skip) }
    if reopen { return .reopen(step: step) }
    if done { return .finish(step: step, note: note) }
    if let note { return .note(step: step, text: note) }
    throw Trouble(.badInput, "Say what became of it: --done, --skip REASON, --note TEXT or --reopen.")
  }
}
