import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentTask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "Give tasks to people, and say what came of them.",
    subcommands: [IncidentTaskAdd.self, IncidentTaskUnderstood.self, IncidentTaskDone.self, IncidentTaskDrop.self])
}

struct IncidentTaskAdd: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Give a task to one person.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "Who has it.")
  var person: String

  @Argument(help: "What is to be done.")
  var text: String

  @Option(help: ArgumentHelp("How long until they come back.", valueName: "3m"))
  var within: String?

  func run() throws {
    let session = try Session.open(options)
    let length = try within.map { try session.length($0) }
    try session.perform(
      .incident(
        try session.incident(target.incident), Delegate(text, to: person, within: length), revision: target.revision),
      json: options.json)
  }
}

struct IncidentTaskUnderstood: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understood", abstract: "Say that a task is clear and under way.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @OptionGroup var part: PartNumber

  func run() throws {
    let session = try Session.open(options)
    let (incident, id) = try part.task(session, target)
    try session.perform(.incident(incident, UnderstandTask(id), revision: target.revision), json: options.json)
  }
}

struct IncidentTaskDone: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "done", abstract: "Say that a task is done.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @OptionGroup var part: PartNumber

  @Option(help: "What came of it.")
  var note: String?

  func run() throws {
    let session = try Session.open(options)
    let (incident, id) = try part.task(session, target)
    try session.perform(.incident(incident, FinishTask(id, note: note), revision: target.revision), json: options.json)
  }
}

struct IncidentTaskDrop: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "drop", abstract: "Say that a task is no longer wanted.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @OptionGroup var part: PartNumber

  @Option(help: "Why.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    let (incident, id) = try part.task(session, target)
    try session.perform(
      .incident(incident, DropTask(id, reason: reason), revision: target.revision), json: options.json)
  }
}
