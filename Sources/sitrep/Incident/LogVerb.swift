import ArgumentParser
import Commands
import EventLog
import Incidents

/// What `sitrep log` and `sitrep incident log` share.
struct EntryOptions: ParsableArguments {
  @Argument(help: "The text, recorded as it stands.")
  var text: String

  @Option(help: "note, action, decision, observation or comms.")
  var kind: String = "note"

  @Option(help: ArgumentHelp("When it happened.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("A link or digest that proves it; may be repeated.", valueName: "url"))
  var evidence: [String] = []

  func perform(_ session: Session, incident: String?, json: Bool) throws {
    guard let entry = EntryKind(rawValue: kind) else {
      throw Trouble(
        .badInput, "\"\(kind)\" is no kind of entry: \(EntryKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let time = try session.time(at)
    try session.perform(
      .incident(
        try session.incident(incident), Log(text, entry: entry, time: time, evidence: evidence), revision: nil),
      json: json)
  }
}

struct LogVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Write on the timeline of the only open incident, or of -i N.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var entry: EntryOptions

  @Option(name: [.customShort("i"), .long], help: ArgumentHelp("The incident.", valueName: "n"))
  var incident: String?

  func run() throws { try entry.perform(try Session.open(options), incident: incident, json: options.json) }
}

struct IncidentLog: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: "Write on the timeline.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @OptionGroup var entry: EntryOptions

  func run() throws { try entry.perform(try Session.open(options), incident: incident, json: options.json) }
}

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
      let list = waiting.map { "#\($0.label) \($0.severityLabel) \($0.title)" }.joined(separator: "\n  ")
      throw Trouble(.refused, "Several incidents wait; say which one:\n  \(list)")
    }
    return first.id
  }
}

struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "What runs out next; --short for a status line or a prompt.")

  @OptionGroup var options: GlobalOptions
  @Flag(help: "A few characters only; nothing where all is quiet.") var short = false

  func run() throws {
    guard let session = try Session.openForReading(options),
      case .board(let board) = try session.desk.answer(.board, for: session.actor)
    else { return options.json ? Output.json(.null) : () }
    let now = SystemClock.now()
    let next = board.rows.filter { $0.status.isOpen && $0.nextDeadline != nil }
      .min { ($0.nextDeadline?.dueAt ?? now) < ($1.nextDeadline?.dueAt ?? now) }
    if options.json { return Output.json(next?.json(at: now) ?? .null) }
    guard let next else {
      if !short { Output.line("Nothing runs out: \(board.header.open) open incidents.") }
      return
    }
    let what = PlainTable.next(next, at: now)
    Output.line(short ? "#\(next.label) \(what)" : "#\(next.label) \(next.severityLabel) \(what)  \(next.title)")
  }
}
