import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents

struct RunbookRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Begin to step through a runbook; shows the first step.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name.") var runbook: String
  @Option(name: [.customShort("i"), .long], help: ArgumentHelp("The incident it is for.", valueName: "n"))
  var incident: String?
  @Option(name: .customLong("set"), help: ArgumentHelp("What {{name}} in it stands for.", valueName: "name=value"))
  var values: [String] = []

  func run() throws {
    let given = try values.map(RunValue.init)
    let session = try Session.open(options)
    let target = try incident.map { try session.desk.incident(named: $0) }
    let outcome = try session.desk.performAndWait(.startRun(procedure: runbook, incident: target), by: session.actor)
    guard let run = outcome.run else { return Output.line(outcome.sentence) }
    for value in given {
      _ = try session.desk.performAndWait(.run(run, .give(name: value.name, value: value.value)), by: session.actor)
    }
    if options.json { return try RunbookStatus.print(run, session, json: true) }
    Output.line("\(outcome.sentence): run \(run.key)")
    try RunbookStepText.printNext(of: run, session)
  }
}
