import ArgumentParser
import Commands
import EventLog
import Procedures

struct RunbookVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runbook", abstract: "Runbooks: list, read, check, step through.",
    subcommands: [
      RunbookList.self, RunbookShow.self, RunbookCheck.self, RunbookRun.self, RunbookStep.self, RunbookStatus.self,
    ])
}

struct RunbookList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The runbooks at hand.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let index = RunbookFolders.index(try Session.settings(try Session.places(options)))
    let rows = index.procedures.map { procedure in
      RunbookRow(
        name: procedure.name, title: procedure.title, service: procedure.frontMatter.service,
        target: procedure.frontMatter.target, steps: procedure.steps.count, rules: procedure.frontMatter.rules)
    }
    if options.json { return Output.json(.array(rows.map(\.json))) }
    guard !rows.isEmpty else {
      return Output.line("No runbooks: put Markdown files into the folder that sitrep.yaml names.")
    }
    Output.lines(
      PlainTable.table(
        ["NAME", "STEPS", "TARGET", "TITLE"],
        rows.map { [$0.name, "\($0.steps)", $0.target?.words ?? "-", $0.title] }))
  }
}

struct RunbookShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A runbook as it was written, or what Sitrep reads in it (--json).")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name, or a Markdown file.") var runbook: String

  func run() throws {
    let procedure = try RunbookText.find(runbook, options)
    guard options.json else { return Output.text(procedure.source) }
    Output.json(encodable: RunbookJSON(procedure))
  }
}

struct RunbookCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "What a runbook lacks; ends with 1 where it lacks anything.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name, or a Markdown file.") var runbook: String

  func run() throws {
    let procedure = try RunbookText.find(runbook, options)
    let problems = RunbookStandard.problems(of: procedure)
    if options.json {
      Output.json(.array(problems.map { .object(["line": .integer(Int64($0.line)), "message": .string($0.message)]) }))
    } else {
      Output.lines(
        problems.isEmpty
          ? ["\(procedure.name): all there."] : problems.map { "\(procedure.name):\($0.line): \($0.message)" })
    }
    if !problems.isEmpty { throw ExitCode(1) }
  }
}

struct RunbookRun: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "run", abstract: "Begin to step through a runbook.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name.") var runbook: String
  @Option(name: [.customShort("i"), .long], help: ArgumentHelp("The incident it is for.", valueName: "n"))
  var incident: String?

  func run() throws {
    let session = try Session.open(options)
    let target = try incident.map { try session.desk.incident(named: $0) }
    let outcome = try session.desk.performAndWait(.startRun(procedure: runbook, incident: target), by: session.actor)
    guard let run = outcome.run else { return Output.line(outcome.sentence) }
    if options.json { return try RunbookStatus.print(run, session, json: true) }
    Output.line("\(outcome.sentence): run \(run.key)")
  }
}

struct RunbookStep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Check off, skip or annotate a step of a run.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The run's key, as `runbook status` shows it.") var run: String
  @Argument(help: "The step's number.") var step: Int?
  @Flag(help: "The step is done.") var done = false
  @Option(help: ArgumentHelp("Leave it out, and why.", valueName: "reason")) var skip: String?
  @Option(help: ArgumentHelp("What it showed.", valueName: "text")) var note: String?
  @Flag(help: "It is to do again.") var reopen = false
  @Flag(help: "The whole run is over.") var complete = false
  @Option(help: ArgumentHelp("Give the run up, and why.", valueName: "reason")) var abandon: String?

  func run() throws {
    let session = try Session.open(options)
    let stream = StreamID(RunFold.streamKind, run)
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

struct RunbookStatus: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "status", abstract: "Runs under way, or one run whole.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The run's key.") var run: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    if let run { return try Self.print(StreamID(RunFold.streamKind, run), session, json: options.json) }
    guard case .runbooks(let rows) = try session.desk.answer(.runbooks, for: session.actor) else { return }
    let runs = rows.compactMap(\.run)
    if options.json { return Output.json(.array(runs.map(\.json))) }
    guard !runs.isEmpty else { return Output.line("No run is under way.") }
    Output.lines(
      PlainTable.table(
        ["RUN", "RUNBOOK", "DONE", "INCIDENT"],
        runs.map { [String($0.id.key), $0.procedure, "\($0.done)/\($0.total)", $0.incidentLabel.map { "#" + $0 } ?? "-"] }))
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
