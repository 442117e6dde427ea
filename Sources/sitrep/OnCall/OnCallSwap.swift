import ArgumentParser
import Commands
import EventLog
import OnCall
import Screens

struct OnCallSwap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap", abstract: "Swap shifts: nothing changes before the other accepts.",
    subcommands: [Offer.self, Accept.self, Withdraw.self, List.self], defaultSubcommand: List.self)

  struct Offer: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "offer", abstract: "Offer a shift of yours to somebody.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "To whom.") var person: String
    @Option(help: ArgumentHelp("When what you give begins.", valueName: "time")) var from: String
    @Option(help: ArgumentHelp("When it ends.", valueName: "time")) var to: String
    @Option(help: ArgumentHelp("When what you take in exchange begins.", valueName: "time")) var forFrom: String?
    @Option(help: ArgumentHelp("When that ends.", valueName: "time")) var forTo: String?
    @Option(help: "primary, secondary or commander.") var role = "primary"
    @Option(help: "Why.") var reason: String?

    func run() throws {
      let session = try Session.open(options)
      var taken: ShiftSwap.Period?
      if let forFrom, let forTo {
        taken = .init(from: try session.moment(forFrom), until: try session.moment(forTo))
      } else if forFrom != nil || forTo != nil {
        throw Trouble(.badInput, "--for-from and --for-to go together: both, or neither.")
      }
      try session.perform(
        OfferSwap(
          try session.role(role), with: person,
          given: .init(from: try session.moment(from), until: try session.moment(to)), taken: taken, reason: reason),
        json: options.json)
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept", abstract: "Take the shift that was offered to you.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The offer's id, as list prints it.") var id: String

    func run() throws {
      let session = try Session.open(options)
      try session.perform(AcceptSwap(try session.event(id)), json: options.json)
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw", abstract: "Take an offer back, or decline one.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: "The offer's id, as list prints it.") var id: String
    @Option(help: "Why.") var reason: String?

    func run() throws {
      let session = try Session.open(options)
      try session.perform(WithdrawSwap(try session.event(id), reason: reason), json: options.json)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The offers that stand.")
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let calendar = try Calendar(options)
      let swaps = calendar.record.openSwaps(at: SystemClock.now())
      if options.json { return Output.json(.array(swaps.map(RotaJSON.swap))) }
      guard !swaps.isEmpty else { return Output.line("No swap is offered.") }
      Output.lines(
        PlainTable(
          headings: ["ID", "ROLE", "WHO", "TO", "GIVES", "UNTIL", "TAKES"],
          rows: swaps.map {
            [
              $0.id.description, $0.role.rawValue, $0.person, $0.with, calendar.words($0.given.from),
              calendar.words($0.given.until), $0.taken.map { calendar.words($0.from) } ?? "-",
            ]
          }
        ).lines())
    }
  }
}
