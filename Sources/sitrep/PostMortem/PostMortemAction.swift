import ArgumentParser
import Commands
import Desk
import EventLog
import OnCall
import Review
import Settings

struct PostMortemAction: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "action", abstract: "Action items: what will be done, by whom, until when.",
    subcommands: [
      PostMortemActionList.self, PostMortemActionAdd.self, PostMortemActionChange.self, PostMortemActionDone.self,
    ])
}

/// The fields of an action item, as options.
struct ActionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who will do it.", valueName: "name")) var owner: String?
  @Option(help: ArgumentHelp("By the end of which day, as 2026-12-01, or in how long, as 14d.", valueName: "day"))
  var due: String?
  @Option(name: .customLong("done-when"), help: "How anybody can see that it is done.") var doneWhen: String?
  @Option(help: "prevent, mitigate, detect, process or repair.") var type: String?
  @Option(help: ArgumentHelp("Where it is tracked.", valueName: "url")) var link: String?

  func fields(_ text: String?, _ session: Session) throws -> ActionFields {
    ActionFields(
      text: text, kind: try kind(), owner: owner, dueAt: try due.map { try day($0, session) }, doneWhen: doneWhen,
      link: link)
  }

  private func kind() throws -> ActionItem.Kind? {
    guard let type else { return nil }
    guard let kind = ActionItem.Kind(rawValue: type) else {
      throw Trouble(
        .badInput, "\"\(type)\" is no type: \(ActionItem.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return kind
  }

  /// Due on a day means by its end, in the display zone.
  private func day(_ text: String, _ session: Session) throws -> Instant {
    let now = SystemClock.now()
    let parts = text.split(separator: "-").compactMap { Int($0) }
    if parts.count == 3, text.count == 10, parts[0] >= 1970, parts[0] < 10_000, (1...12).contains(parts[1]),
      (1...CivilTime.days(in: parts[1], of: parts[0])).contains(parts[2])
    {
      let end = CivilTime(year: parts[0], month: parts[1], day: parts[2], hour: 23, minute: 59, second: 59)
      return session.configuration.console.displayZone.instant(of: end)
    }
    if let instant = Instant(rfc3339: text) { return instant }
    if let span = TimeText.span(text) { return now + span }
    throw Trouble(.badInput, "\"\(text)\" is no day: write 2026-12-01, 14d, or 2026-12-01T17:00:00Z.")
  }
}

struct PostMortemActionList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List action items of all incidents, or of one, the open ones first.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String?
  @Flag(help: "Those that are done or dropped as well.") var all = false
  @Option(help: ArgumentHelp("Only those of one person.", valueName: "name")) var owner: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    let id = try incident.map { try session.desk.incident(named: $0) }
    let items = try session.desk.actions(of: id).filter { action in
      (all || action.item.state == .open) && (owner.map { action.item.owner == $0 } ?? true)
    }
    let now = SystemClock.now()
    if options.json {
      Output.json(.array(items.map { $0.json(at: now) }))
    } else {
      Output.lines(items.isEmpty ? ["No action items."] : items.map { $0.line(at: now) })
    }
  }
}

struct PostMortemActionAdd: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add an action item.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: "What will be done.") var text: String
  @OptionGroup var fields: ActionOptions

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .review(try session.incident(incident), .add(try fields.fields(text, session))), json: options.json)
  }
}

struct PostMortemActionChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Change what is said of an action item; the rest stays.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: ArgumentHelp("The action item: A3 or 3.", valueName: "item")) var item: String
  @Option(help: "What will be done.") var text: String?
  @OptionGroup var fields: ActionOptions

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .review(
        try session.incident(incident), .change(number: try ItemNumber.read(item), try fields.fields(text, session))),
      json: options.json)
  }
}

struct PostMortemActionDone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done", abstract: "An action item is done; or dropped, with a reason; or open again.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: ArgumentHelp("The action item: A3 or 3.", valueName: "item")) var item: String
  @Option(help: "What shows that it is done.") var note: String?
  @Option(help: ArgumentHelp("It will not be done, and why.", valueName: "reason")) var drop: String?
  @Flag(help: "It is open again.") var reopen = false

  func run() throws {
    guard drop == nil || !reopen else { throw Trouble(.badInput, "Say --drop or --reopen, not both.") }
    let session = try Session.open(options)
    let state: ActionItem.State = reopen ? .open : drop == nil ? .done : .dropped
    try session.perform(
      .review(
        try session.incident(incident), .end(number: try ItemNumber.read(item), state, note: drop ?? note)),
      json: options.json)
  }
}

/// "A3", "F2" or the bare number.
enum ItemNumber {
  static func read(_ text: String) throws(Trouble) -> Int {
    let digits = text.first.map { "AaFf".contains($0) } == true ? text.dropFirst() : Substring(text)
    guard let number = Int(digits), number > 0 else { throw Trouble(.badInput, "\"\(text)\" is no number: A3 or 3.") }
    return number
  }
}
