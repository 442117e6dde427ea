import ArgumentParser
import Commands
import Comms
import Desk
import EventLog

struct CommsDraftVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Print a message as it could go out now, with nothing around it.",
    discussion: """
      Standard output holds the message alone, to be copied; what is new in it, what it lacks and what speaks against \
      it stands on standard error. Others then see that you write for that audience. Ends with 1 where a gap is left.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident: 42, #42, or its id.", valueName: "n")) var incident: String
  @OptionGroup var draft: DraftOptions
  @Option(help: ArgumentHelp("text, slack, statuspage, mail or sms (160 characters).", valueName: "form"))
  var format = "text"

  func run() throws {
    guard let form = MessageFormat(rawValue: format) else {
      let known = MessageFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Trouble(.badInput, "\"\(format)\" is no form of a message: \(known).")
    }
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let opened = try session.desk.openDraft(
      try draft.request(session), on: try session.desk.incident(named: incident), by: session.actor)
    let now = SystemClock.now()
    if options.json {
      Output.json(
        opened.draft.json(now: now, findings: opened.findings, drafting: opened.others.map(\.json)))
    } else {
      Output.text(form.text(of: opened.draft, now: now))
      for note in draft.notes(opened, session) { Output.complain(note) }
    }
    if opened.findings.contains(where: \.blocks) { throw ExitCode(1) }
  }
}
