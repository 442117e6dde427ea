import ArgumentParser
import Commands
import Comms
import Desk
import EventLog
import Incidents
import Settings

struct CommsSentVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent", abstract: "Record a message that went out by some other way.",
    discussion: """
      What the public or customers read wants the commander's approval: the commander records it, or somebody records \
      just the text that the commander approved with `comms check --approve`. It is refused where somebody else told \
      the same audience something after your draft was opened.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @OptionGroup var audience: AudienceOption
  @Option(help: ArgumentHelp("The way it went: slack, statuspage, mail, phone.", valueName: "name"))
  var channel: String?
  @Option(help: ArgumentHelp("What the message calls the incident.", valueName: "text")) var title: String?
  @Option(help: ArgumentHelp("first, update, change, final or correction; else what it is now.", valueName: "kind"))
  var kind: String?
  @Option(help: "investigating, identified, monitoring or resolved; else how it stands.") var state: String?
  @Option(help: ArgumentHelp("When it went out; now where nothing is said.", valueName: "time")) var at: String?
  @Option(help: ArgumentHelp("When it promised to say more.", valueName: "time")) var next: String?
  @Option(help: ArgumentHelp("Why it went out without the approval that it wanted.", valueName: "reason"))
  var withoutApproval: String?
  @OptionGroup var message: MessageTextArgument

  func run() throws {
    let session = try Session.open(options)
    let to = try audience.value()
    guard let channel = channel ?? session.configuration.comms.channels[to]?.first else {
      throw Trouble(.usage, "Say by which way it went: --channel NAME. comms.yaml names none for \(to.words).")
    }
    let id = try session.incident(target.incident)
    let text = message.value
    let moment = try session.moment(named: kind)
    let send = SendMessage(
      text, to: to, by: channel, title: title, moment: moment, state: try stated(),
      time: try session.time(at), nextUpdateAt: try session.timeAhead(next), unapproved: withoutApproval)
    // It is out already: what speaks against it is said, and changes nothing.
    let findings = try session.desk.check(message: text, on: id, for: to, by: session.actor, moment: moment).filter {
      !$0.blocks
    }
    try session.perform(.incident(id, send, revision: target.revision), json: options.json)
    for finding in findings { Output.complain(finding.sentence) }
  }

  private func stated() throws(Trouble) -> UpdateState? {
    guard let state else { return nil }
    if let known = UpdateState(rawValue: state.lowercased()) { return known }
    let known = UpdateState.allCases.map(\.rawValue).joined(separator: ", ")
    throw Trouble(.badInput, "\"\(state)\" is no state: \(known).")
  }
}
