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

  func run() throws {
    let session = try Session.open(options)
    guard let known = Role(role) else {
      throw Trouble(.badInput, "\"\(role)\" is no role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    try session.perform(
      .incident(try session.incident(target.incident), AssignRole(known, person: person), revision: target.revision),
      json: options.json)
  }
}
