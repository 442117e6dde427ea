import ArgumentParser
import Commands
import Comms
import Desk
import EventLog
import Incidents

struct CommsCheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look through a message before it goes out; ends with 1 where anything is found.",
    discussion: """
      With --approve the commander (or who has the right 'approvals') approves the text for that audience, and anybody \
      may then send it as it stands. Only a gap keeps a text from being approved: the rest is for you to judge.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident: 42, #42, or its id.", valueName: "n")) var incident: String
  @OptionGroup var audience: AudienceOption
  @Option(help: ArgumentHelp("first, update, change, final or correction; else what it is now.", valueName: "kind"))
  var kind: String?
  @Flag(help: "Approve it for that audience.") var approve = false
  @OptionGroup var message: MessageTextArgument

  func run() throws {
    guard let session = try approve ? Session.open(options) : Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let id = try session.desk.incident(named: incident)
    let to = try audience.value()
    let text = message.value
    let findings = try session.desk.check(
      message: text, on: id, for: to, by: session.actor, moment: try session.moment(named: kind))
    let approved =
      approve
      ? try session.desk.performAndWait(
        .incident(id, ApproveMessage(text, for: to), revision: nil), by: session.actor) : nil
    if options.json {
      Output.json(
        .object([
          "audience": .string(to.rawValue), "approved": .bool(approved != nil),
          "blocks": .bool(findings.contains(where: \.blocks)), "findings": .array(findings.map(\.json)),
        ]))
    } else {
      Output.lines(findings.map(\.sentence))
      if findings.isEmpty { Output.line("Nothing to say against it.") }
      if let approved { Output.line(approved.sentence) }
    }
    if !findings.isEmpty, approved == nil { throw ExitCode(1) }
  }
}
