import ArgumentParser
import Commands
import Desk
import EventLog
import OnCall

struct OnCallHandoff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handoff", abstract: "Show the brief; hand over, and take over.",
    discussion: """
      Without an option it shows the brief, or the one that was handed to you. Paging follows the rota at the handoff; \
      open incidents and command stay with whoever has them until the receiver accepts, within 15 minutes.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: "primary, secondary or commander.")
  var role = "primary"

  @Flag(help: "Hand over to whoever comes next.")
  var offer = false

  @Option(help: ArgumentHelp("Hand over to somebody else.", valueName: "name"))
  var to: String?

  @Option(help: "What the next one should know beside the brief.")
  var note: String?

  @Flag(help: "Accept what was handed over to you.")
  var accept = false

  @Flag(help: "Take the handover back, or decline it.")
  var withdraw = false

  @Option(help: "Why: for taking over without an offer, and for declining.")
  var reason: String?

  func validate() throws {
    if [offer || to != nil, accept, withdraw].count(where: { $0 }) > 1 {
      throw ValidationError("--offer, --accept and --withdraw exclude each other: give one of them.")
    }
  }

  func run() throws {
    guard offer || to != nil || accept || withdraw else { return try show() }
    let session = try Session.open(options)
    let role = try session.role(role)
    if accept {
      try session.perform(AcceptHandoff(role, reason: reason), json: options.json)
    } else if withdraw {
      try session.perform(WithdrawHandoff(role, reason: reason), json: options.json)
    } else {
      try session.perform(OfferHandoff(role, to: to, note: note), json: options.json)
    }
  }

  private func show() throws {
    guard let session = try Session.openForReading(options) else { return }
    let role = try session.role(role)
    let offered = try session.desk.rota().record.openHandoffs.last {
      $0.role == role && $0.to == session.actor.person
    }
    let brief = try session.desk.handoffBrief(role: role, to: to, note: note, by: session.actor)
    let text = offered?.brief ?? brief.text
    guard options.json else { return Output.text(text) }
    Output.json(
      .object([
        "role": .string(role.rawValue), "from": .string(offered?.from ?? brief.from),
        "to": .text(offered?.to ?? brief.to), "handoff_at": .time(offered?.handoffAt ?? brief.handoffAt),
        "is_offered": .bool(offered != nil),
        "lines": .array(text.split(separator: "\n").map { .string(String($0)) }),
      ]))
  }
}
