import ArgumentParser
import Commands
import Incidents

struct IncidentRole: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "role", abstract: "Give a role to somebody.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "commander, deputy, operations, scribe, liaison, communications or planning.")
  var role: String

  @Argument(help: "Who; nobody gives the role up.")
  var person: String?

  @Flag(help: "Ask first: the role goes over once the person accepts.")
  var offer = false

  @Flag(help: "Say yes to what you were asked.")
  var accept = false

  @Flag(help: "Say no to what you were asked, or take your own offer back.")
  var decline = false

  @Option(help: "Why: where the command is taken without a hand-over, or declined.")
  var reason: String?

  func validate() throws {
    guard [offer, accept, decline].filter({ $0 }).count <= 1 else {
      throw ValidationError("Give one of --offer, --accept and --decline.")
    }
    if offer, person == nil { throw ValidationError("Whom do you ask? Give a name.") }
  }

  func run() throws {
    let session = try Session.open(options)
    guard let known = Role(role) else {
      throw Trouble(.badInput, "\"\(role)\" is no role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    try session.perform(
      .incident(try session.incident(target.incident), command(known), revision: target.revision), json: options.json)
  }

  private func command(_ role: Role) -> any IncidentCommand {
    if accept { return AcceptRole(role) }
    if decline { return DeclineRole(role, reason: reason) }
    if offer { return OfferRole(role, to: person ?? "") }
    return AssignRole(role, person: person, reason: reason)
  }
}
