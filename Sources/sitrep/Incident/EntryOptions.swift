import ArgumentParser
import Commands
import Incidents
import Settings

/// What `sitrep log` and `sitrep incident log` share.
struct EntryOptions: ParsableArguments {
  @Argument(help: "The text, recorded as it stands.")
  var text: String?

  @Option(
    name: .customLong("import"),
    help: ArgumentHelp("Take over a chat: a Slack export, or lines like \"[14:02] lea: text\".", valueName: "file"))
  var chat: String?

  @Option(help: ArgumentHelp("The incident's number again, for an import without a terminal.", valueName: "n"))
  var confirm: String?

  @Option(help: "note, action, decision, observation or comms.")
  var kind: String = "note"

  @Option(help: ArgumentHelp("When it happened.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("A link or digest that proves it; may be repeated.", valueName: "url"))
  var evidence: [String] = []

  func validate() throws {
    guard (text == nil) != (chat == nil) else {
      throw ValidationError(text == nil ? "Say what is to be recorded." : "Either a text or --import, not both.")
    }
  }

  func perform(_ session: Session, incident: String?, json: Bool) throws {
    if let chat {
      return try ChatImporting(session: session).run(chat, incident: incident, confirm: confirm, json: json)
    }
    guard let text else { return }
    guard let entry = EntryKind(rawValue: kind) else {
      throw Trouble(
        .badInput, "\"\(kind)\" is no kind of entry: \(EntryKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    let time = try session.time(at)
    try session.perform(
      .incident(
        try session.incident(incident), Log(text, entry: entry, time: time, evidence: evidence), revision: nil),
      json: json)
    if let time, !json {
      Output.line("it happened \(session.words(time.at))")
    }
  }
}
