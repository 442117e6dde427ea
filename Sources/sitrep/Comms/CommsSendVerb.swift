import ArgumentParser
import Commands
import Comms
import Desk
import EventLog
import Incidents
import Ledger

struct CommsSendVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send one message by every channel that its audience has.",
    discussion: """
      The draft goes to each channel that comms.yaml names for the audience and sitrep.yaml describes, and is on record \
      with the letters that carry it. It is checked first, and a gap blocks it; what the public or customers read wants \
      the commander's word. Type the incident's number where asked, or give it with --confirm. What became of each \
      letter is said, and later stands on the timeline: a message that reached nobody has kept no promise. Ends with 1 \
      where a letter failed.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @OptionGroup var draft: DraftOptions
  @Option(help: ArgumentHelp("The whole text, - for standard input; else what draft prints.", valueName: "text"))
  var text: String?
  @Option(help: ArgumentHelp("The incident's number, where nobody can be asked.", valueName: "n")) var confirm: String?
  @Option(help: ArgumentHelp("How long to wait for what becomes of it, in seconds.", valueName: "s")) var wait = 10

  func run() throws {
    let session = try Session.open(options)
    let id = try session.incident(target.incident)
    var request = try draft.request(session)
    request.text = text.map(MessageTextArgument.whole)
    let opened = try session.desk.openDraft(request, on: id, by: session.actor)
    let (page, written) = (opened.page, opened.draft)
    let gaps = opened.findings.filter(\.blocks)
    guard gaps.isEmpty else {
      gaps.forEach { Output.complain($0.sentence) }
      throw Trouble(.refused, "Nothing was sent: it has gaps. Fill them with --set NAME=TEXT.")
    }
    guard let send = page.sending(written, at: SystemClock.now()) else {
      throw Trouble(.refused, nothingSends(to: written.audience, page))
    }
    let ways = (page.ways[written.audience] ?? []).map(\.words)
    if !options.json {
      Output.text(written.text)
      for note in draft.notes(opened, session) { Output.complain(note) }
      Output.complain("goes to \(written.audience.words) by \(ways.joined(separator: ", "))")
    }
    guard try Confirmation.given(confirm, target: written.label) else {
      throw Trouble(
        .unconfirmed, "Nothing was sent to \(written.audience.words): say --confirm \(written.label) to do so.")
    }
    let outcome = try session.desk.performAndWait(.incident(id, send, revision: target.revision), by: session.actor)
    let message = outcome.events.first
    let keys = message.map { id in ways.indices.map { Letter.key(ofMessage: id, way: $0) } } ?? []
    _ = try LetterReceipts(session, role: "comms").wait(
      for: keys, within: .seconds(Int64(max(0, min(wait, 600)))), until: .firstAnswer)
    let sent = try troubled { try session.desk.ledger.read { try $0.state(IncidentFold.self, id) } }?
      .messages.first { $0.id == message }?.ways
    try say(outcome, sent ?? [], page, isWatched: try session.header()?.watcher != nil)
  }

  private func say(
    _ outcome: Outcome, _ ways: [MessageRecord.Way], _ page: DraftPage, isWatched: Bool
  ) throws {
    let audience = try draft.audience.value()
    let byHand = page.byHand(audience)
    if options.json {
      Output.json(
        .object([
          "incident": .string(page.material.label), "audience": .string(audience.rawValue),
          "event": .text(outcome.events.first?.description), "letters": .array(ways.map(\.json)),
          "by_hand": .array(byHand.map { .string($0) }),
        ]))
    } else {
      Output.lines(ways.map { "\($0.channel): \(Self.words($0))" })
      for name in byHand { Output.line("\(name): by hand, then sitrep comms sent") }
      if ways.contains(where: { $0.result == .waiting }) {
        Output.complain(
          isWatched
            ? "what waits is tried again, and has told nobody yet: sitrep letter list says how far it is."
            : "what waits has told nobody yet, and leaves as soon as sitrep serve or a console is open.")
      }
    }
    if ways.contains(where: { $0.result == .failed }) { throw ExitCode(1) }
  }

  private static func words(_ way: MessageRecord.Way) -> String {
    let because = way.because.map { ": \($0)" } ?? ""
    switch way.result {
    case .sent: return "sent"
    case .waiting: return "waiting" + because
    case .failed: return "FAILED\(because); sitrep letter list, sitrep letter replay"
    case .unknown: return "not known whether it arrived" + because
    }
  }

  private func nothingSends(to audience: Audience, _ page: DraftPage) -> String {
    let byHand = page.byHand(audience)
    let named =
      byHand.isEmpty
      ? "comms.yaml names no channel for them" : "comms.yaml names \(byHand.joined(separator: ", ")) for them"
    return "Nothing sends to \(audience.words) by itself: \(named), and sitrep.yaml describes none of these. Print it "
      + "with comms draft, carry it there, and record it with comms sent."
  }
}
