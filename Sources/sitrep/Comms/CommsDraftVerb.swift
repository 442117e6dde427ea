import ArgumentParser
import Commands
import Comms
import Desk
import EventLog
import FoundationEssentials
import Incidents

struct CommsDraftVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Print a message as it could go out now, with nothing around it.",
    discussion: """
      Standard output holds the message alone, to be copied; what is new in it, what it lacks and what speaks against \
      it stands on standard error. Others then see that you write for that audience. Ends with 1 where a gap is left.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident: 42, #42, or its id.", valueName: "n")) var incident: String
  @OptionGroup var audience: AudienceOption
  @Option(help: ArgumentHelp("text, slack, statuspage, mail or sms (160 characters).", valueName: "form"))
  var format = "text"
  @Option(help: ArgumentHelp("The sentence that only you can know.", valueName: "text")) var say: String?
  @Option(help: ArgumentHelp("What the message calls the incident.", valueName: "text")) var title: String?
  @Option(help: ArgumentHelp("first, update, change, final or correction; else what it is now.", valueName: "kind"))
  var kind: String?
  @Option(help: ArgumentHelp("When you will say more; else what the cadence asks.", valueName: "time"))
  var next: String?
  @Option(help: ArgumentHelp("A value by its name, as in workaround=\"pay by invoice\".", valueName: "name=value"))
  var set: [String] = []
  @Option(help: ArgumentHelp("A mustache template of your own.", valueName: "file")) var template: String?

  func run() throws {
    guard let form = MessageFormat(rawValue: format) else {
      let known = MessageFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw Trouble(.badInput, "\"\(format)\" is no form of a message: \(known).")
    }
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let request = DraftRequest(
      try audience.value(), moment: try session.moment(named: kind), given: try given(), sentence: say, title: title,
      nextUpdateAt: try session.timeAhead(next), template: try ownTemplate())
    let opened = try session.desk.openDraft(
      request, on: try session.desk.incident(named: incident), by: session.actor)
    let now = SystemClock.now()
    if options.json {
      Output.json(
        opened.draft.json(now: now, findings: opened.findings, drafting: opened.others.map(\.json)))
    } else {
      Output.text(form.text(of: opened.draft, now: now))
      for note in notes(opened, session) { Output.complain(note) }
    }
    if opened.findings.contains(where: \.blocks) { throw ExitCode(1) }
  }

  private func ownTemplate() throws(Trouble) -> String? {
    guard let template else { return nil }
    guard let data = FileManager.default.contents(atPath: template) else {
      throw Trouble(.noSuchFile, "The template \(template) cannot be read.")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func given() throws(Trouble) -> [String: String] {
    var values: [String: String] = [:]
    for pair in set {
      guard let sign = pair.firstIndex(of: "="), sign != pair.startIndex else {
        throw Trouble(.badInput, "\"\(pair)\" is no value: write for example workaround=\"pay by invoice\".")
      }
      values[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
    }
    return values
  }

  private func notes(_ opened: OpenedDraft, _ session: Session) -> [String] {
    let draft = opened.draft
    var notes = opened.others.map(\.words)
    if say == nil { notes.append("the sentence to change, with --say: \(draft.sentence)") }
    if let last = draft.last {
      let words = draft.difference.map { "\n  " + $0.words }.joined()
      notes.append("what is new since \(session.words(last.at)):" + (words.isEmpty ? " nothing" : words))
    }
    notes.append(draft.nextUpdateAt.map { "it promises more by \(session.words($0))" } ?? "it promises nothing more")
    for name in draft.missing { notes.append("missing: --set \(name)=TEXT") }
    return notes + opened.findings.filter { $0.rule != .gap }.map(\.sentence)
  }
}
