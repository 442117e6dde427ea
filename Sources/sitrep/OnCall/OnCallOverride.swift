import ArgumentParser
import Commands
import Desk
import EventLog
import OnCall
import Screens

struct OnCallOverride: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override", abstract: "Change who is on call for a time; leave is planned here, too.",
    subcommands: [
      Add.self, Remove.self, Replace.self, Temporary.self, LeaveVerb.self, List.self, End.self,
    ], defaultSubcommand: List.self)

  /// For how long, for which role, and why.
  struct Scope: ParsableArguments {
    @Option(help: ArgumentHelp("When it begins; now where nothing is said.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("When it ends.", valueName: "time"))
    var to: String

    @Option(help: "primary, secondary or commander.")
    var role: String?

    @Option(help: "Why.")
    var reason: String?
  }

  private static func perform(
    _ change: DutyEdit.Change, _ person: String, replacing replaced: String? = nil, layer: DutySource = .override,
    _ scope: Scope, _ options: GlobalOptions
  ) throws {
    let session = try Session.open(options)
    try session.perform(
      OverrideDuty(
        change, person, replacing: replaced, layer: layer, role: try scope.role.map { try session.role($0) },
        from: try scope.from.map { try session.moment($0) }, until: try session.moment(scope.to), reason: scope.reason),
      json: options.json)
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Put somebody on call, over the rotation or in a gap.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Who.") var person: String
    @OptionGroup var scope: Scope
    func run() throws { try OnCallOverride.perform(.add, person, scope, options) }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take somebody off call; nobody fills the gap.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Who.") var person: String
    @OptionGroup var scope: Scope
    func run() throws { try OnCallOverride.perform(.remove, person, scope, options) }
  }

  struct Replace: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "replace", abstract: "Put one person in another's place, while they are on call.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Whose place it is.") var old: String
    @Argument(help: "Who has it instead.") var new: String
    @OptionGroup var scope: Scope
    func run() throws { try OnCallOverride.perform(.replace, new, replacing: old, scope, options) }
  }

  struct Temporary: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "temporary", abstract: "A schedule for a time that outranks everything else.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Who.") var person: String
    @OptionGroup var scope: Scope
    func run() throws { try OnCallOverride.perform(.add, person, layer: .temporary, scope, options) }
  }

  struct LeaveVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "leave", abstract: "Somebody is away; whoever had the turn before stands in.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Who.") var person: String
    @OptionGroup var scope: Scope

    func run() throws {
      let session = try Session.open(options)
      try session.perform(
        PlanLeave(
          person, from: try scope.from.map { try session.moment($0) } ?? SystemClock.now(),
          until: try session.moment(scope.to), reason: scope.reason), json: options.json)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "What is changed by hand, now and to come.")
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let calendar = try Calendar(options)
      let now = SystemClock.now()
      if options.json { return Output.json(RotaJSON.record(calendar.record, at: now)) }
      let edits = calendar.record.edits.filter { $0.end > now }.map {
        [$0.id.description, $0.layer.rawValue, $0.words, calendar.words($0.from), calendar.words($0.end), $0.by]
      }
      let leaves = calendar.record.leaves.filter { $0.end > now }.map {
        [$0.id.description, "leave", "\($0.person) away", calendar.words($0.from), calendar.words($0.end), $0.person]
      }
      guard !edits.isEmpty || !leaves.isEmpty else { return Output.line("Nothing is changed by hand.") }
      Output.lines(PlainTable(headings: ["ID", "LAYER", "WHAT", "FROM", "TO", "BY"], rows: edits + leaves).lines())
    }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "end", abstract: "End a change or a leave from now on; what has been of it stays.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "Its id, as list prints it.") var id: String

    func run() throws {
      let session = try Session.open(options)
      let id = try session.event(id)
      let isLeave = try session.desk.rota().record.leaves.contains { $0.id == id }
      try session.perform(isLeave ? EndLeave(id) : EndOverride(id), json: options.json)
    }
  }
}
