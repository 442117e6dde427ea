import ArgumentParser
import Commands
import Incidents

/// What `sitrep log` and `sitrep incident log` share.
struct EntryOptions: ParsableArguments {
  @Argument(help: "The text, recorded as it stands.")
  var text: String

  @Option(help: "note, action, decision, observation or comms.")
  var kind: String = "note"

  @Option(help: ArgumentHelp("When it happened.", valueName: "time"))
  var at: String?

  @Option(help: ArgumentHelp("A link or digest that proves it; may be repeated.", valueName: "url"))
  var evidence: [String] = []

  func perform(_ session: Session, incident: String?, json: Bool) throws {
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
