import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Procedures

struct RunbookStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Check off, skip or annotate a step of a run, choose an option, fill a gap.",
    discussion: "Without anything to do it shows the step: the given one, else the next.")

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp("The run's key, or the runbook's name while one run of it is under way.", valueName: "run"))
  var key: String
  @Argument(help: "The step's number.") var step: Int?
  @Flag(help: "The step is done.") var done = false
  @Option(help: ArgumentHelp("Leave it out, and why.", valueName: "reason")) var skip: String?
  @Option(help: ArgumentHelp("What it showed.", valueName: "text")) var note: String?
  @Flag(help: "It is to do again.") var reopen = false
  @Option(help: ArgumentHelp("Take this option; the others count as not taken.", valueName: "name"))
  var option: String?
  @Option(name: .customLong("set"), help: ArgumentHelp("What {{name}} stands for.", valueName: "name=value"))
  var values: [String] = []
  @Flag(help: "The whole run is over.") var complete = false
  @Option(help: ArgumentHelp("Give the run up, and why.", valueName: "reason")) var abandon: String?

  func run() throws {
    let given = try values.map(RunValue.init)
    let session = try asks ? Session.open(options) : Session.openForReading(options)
    guard let session else { throw Trouble(.noSuchIncident, "There is no run \(key).") }
    let stream = try session.desk.run(named: key)
    guard asks else { return try show(stream, session) }
    for value in given {
      try say(session.desk.performAndWait(.run(stream, .give(name: value.name, value: value.value)), by: session.actor))
    }
    if let option {
      let take = try take(option, stream, session)
      try say(session.desk.performAndWait(.run(stream, take), by: session.actor))
    }
    if let action = try action() { try say(session.desk.performAndWait(.run(stream, action), by: session.actor)) }
    if options.json { return try RunbookStatus.print(stream, session, json: true) }
    guard abandon == nil, !complete else { return }
    try RunbookStepText.printNext(of: stream, session)
  }

  /// Whether anything is to be changed.
  private var asks: Bool {
    done || reopen || complete || skip != nil || note != nil || option != nil || abandon != nil || !values.isEmpty
  }

  private func say(_ outcome: Outcome) {
    if !options.json { Output.line(outcome.sentence) }
  }

  private func show(_ run: StreamID, _ session: Session) throws {
    guard case .runbook(let page) = try session.desk.answer(.run(run), for: session.actor) else { return }
    if options.json { return Output.json(page.json) }
    guard let step else {
      if page.row.run?.current == nil { Output.line("Nothing of it is left to do.") }
      return try RunbookStepText.printNext(of: run, session)
    }
    guard let row = page.steps.first(where: { $0.number == step }) else {
      throw Trouble(.badInput, "There is no step \(step): this run has steps 1 to \(page.steps.count).")
    }
    RunbookStepText.print(row, of: page, run: run)
  }

  private func take(_ words: String, _ run: StreamID, _ session: Session) throws -> RunAction {
    guard case .runbook(let page) = try session.desk.answer(.run(run), for: session.actor),
      let option = page.options.first(where: { $0.matches(words) })
    else { return .take(option: 0) }
    return .take(option: option.number)
  }

  private func action() throws(Trouble) -> RunAction? {
    if complete { return .complete }
    if let abandon { return .abandon(reason: abandon) }
    guard done || reopen || skip != nil || note != nil else { return nil }
    guard let step else { throw Trouble(.badInput, "Say which step: sitrep runbook step RUN N --done.") }
    if let skip { return .skip(step: step, reason: skip) }
    if reopen { return .reopen(step: step) }
    if done { return .finish(step: step, note: note) }
    return .note(step: step, text: note ?? "")
  }
}
