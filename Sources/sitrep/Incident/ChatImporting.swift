import Commands
import EventLog
import FoundationEssentials
import Incidents
import OnCall
import Screens
import Settings

/// A chat from a file onto a timeline: shown first, recorded once somebody has said so.
struct ChatImporting {
  let session: Session

  /// - Parameter path: "-" reads standard input, and then wants --confirm.
  func run(_ path: String, incident name: String?, confirm: String?, json: Bool) throws {
    let text = try read(path)
    let id = try session.incident(name)
    let label = try session.detail(id, entries: 1).row.label
    let zone = session.configuration.console.displayZone
    let now = SystemClock.now()
    let offset = zone.offset(at: now)
    let transcript = try ChatTranscript.parse(text, now: now, offset: offset).get()
    Output.complain("for #\(label), from a \(transcript.source), \(transcript.countWords):")
    for line in transcript.lines {
      Output.complain(
        "  \(ClockWords.near(line.at, now: now, offset: offset)) \(Output.inList(line.person)): \(Output.inList(line.text))"
      )
    }
    if transcript.skipped > 0 { Output.complain("\(transcript.skipped) others are nobody's words and stay out.") }
    guard try Confirmation.given(confirm, target: label) else {
      throw Trouble(.unconfirmed, "Nothing was recorded: repeat it with --confirm \(label).")
    }
    try session.perform(
      .incident(
        id, ImportChat(transcript.lines, source: transcript.source, zone: zone == .utc ? nil : zone.identifier),
        revision: nil), json: json)
  }

  private func read(_ path: String) throws(Trouble) -> String {
    if path == "-" {
      var text = ""
      while let line = readLine(strippingNewline: false), text.utf8.count < Self.most { text += line }
      return text
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Trouble(.noSuchFile, "There is no file \(path) that can be read.")
    }
    guard data.count <= Self.most else {
      throw Trouble(.badInput, "\(path) is larger than 8 MiB: cut out the part that is about this incident.")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static let most = 8 << 20
}
