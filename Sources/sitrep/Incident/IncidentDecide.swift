import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentDecide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Write a decision down, or put it to everybody and hear objections.",
    discussion: "With a text alone the decision is made. With --poll it waits for strong objections first; --make or "
      + "--drop ends the poll, --object speaks against it.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "The decision.")
  var text: String?

  @Option(help: ArgumentHelp("Wait so long for strong objections.", valueName: "2m"))
  var poll: String?

  @Option(help: "What is known now.")
  var knew: String?

  @Option(help: "What else could be done; may be repeated.")
  var option: [String] = []

  @Option(help: ArgumentHelp("Object to a decision that is put.", valueName: "number"))
  var object: Int?

  @Option(help: ArgumentHelp("The decision that is put stands.", valueName: "number"))
  var make: Int?

  @Option(help: ArgumentHelp("The decision that is put is dropped.", valueName: "number"))
  var drop: Int?

  @Option(help: "The objection, or why it is decided so.")
  var note: String?

  @Option(help: "The role that objects; yours where it is left out.")
  var role: String?

  func validate() throws {
    let chosen = [object, make, drop].compactMap { $0 }.count + (text == nil ? 0 : 1)
    guard chosen == 1 else { throw ValidationError("Give one of: a text, --object, --make, --drop.") }
  }

  func run() throws {
    let session = try Session.open(options)
    let incident = try session.incident(target.incident)
    try session.perform(
      .incident(incident, try command(session, incident), revision: target.revision), json: options.json)
  }

  private func command(_ session: Session, _ incident: StreamID) throws -> any IncidentCommand {
    if let text {
      let isPoll = poll != nil || knew != nil || !option.isEmpty
      guard isPoll else { return Log(text, entry: .decision) }
      return ProposeDecision(text, knew: knew, options: option, within: try poll.map { try session.length($0) })
    }
    func decision(_ number: Int) throws -> EventID {
      let all = try session.detail(incident, entries: 1).decisions.map { ($0.number, $0.id) }
      return try session.part("decision", number, of: all)
    }
    if let object {
      let known = try role.map { text in
        guard let role = Role(text) else { throw Trouble(.badInput, "\"\(text)\" is no role.") }
        return role
      }
      return Object(to: try decision(object), note ?? "", role: known)
    }
    return SettleDecision(try decision(make ?? drop ?? 0), isMade: make != nil, note: note)
  }
}
