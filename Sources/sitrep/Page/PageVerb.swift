import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Ledger
import OnCall

struct PageVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Wake somebody now, by name; or try out with --test whether pages come to them.",
    discussion: """
      It says of each way what left and what answered, and the number to dial by hand. That a channel took a page does \
      not say that anybody saw it: that is known once they acknowledge, or once the code of a test is typed. \
      It ends with 0 where a page left, with 69 where none did, and with 75 where that is not known yet.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person, by the short name of oncall.yaml or its beginning.") var name: String
  @Argument(help: ArgumentHelp("The incident; else the only open one.", valueName: "n")) var incident: String?
  @Option(help: ArgumentHelp("Why, in a few words.", valueName: "text")) var message: String?
  @Flag(help: "A test: nothing has happened, but it rings.") var test = false
  @Option(help: ArgumentHelp("The code of a test that arrived: that way works.", valueName: "code")) var code: String?
  @Option(help: ArgumentHelp("How long to wait for what becomes of it.", valueName: "span")) var wait = "30s"
  @Option(help: ArgumentHelp("The person's short name, who is then rung.", valueName: "name")) var confirm: String?

  func run() throws {
    let session = try Session.open(options)
    let contact = try PageLine.contact(name, among: session.desk.contacts)
    let patience = try session.length(wait)
    guard test || code != nil else { return try page(contact, session, patience) }
    guard incident == nil, message == nil else {
      throw Trouble(.usage, "A test is about no incident and says its own words: leave N and --message out.")
    }
    if let code { return try confirmed(contact, code, session) }
    try tryOut(contact, session, patience)
  }

  private func page(_ contact: Contact, _ session: Session, _ patience: Span) throws {
    let id = try session.incident(incident)
    let row = try session.detail(id, entries: 1).row
    let ways =
      contact.channels.isEmpty ? "by nothing: no way leads there" : "by " + contact.channels.joined(separator: ", ")
    Output.complain(
      "this pages \(contact.name) about #\(row.label) \(Output.inList(row.title)), \(ways); \(contact.dialWords).")
    if let pager = row.pager { Output.complain(pager.besideWords) }
    try ask(contact)
    let outcome = try session.desk.performAndWait(
      .incident(id, PagePeople([contact.name], reason: message), revision: nil), by: session.actor)
    let key = try pageKey(outcome, session)
    let letters = try LetterReceipts(session, role: "page").wait(
      for: contact.channels.map { "\(key)/\($0)" }, within: patience)
    try PageReceipt(contact: contact, incident: row.label, isTest: false, letters: letters).show(json: options.json)
  }

  private func pageKey(_ outcome: Outcome, _ session: Session) throws -> String {
    let key = try troubled {
      try session.desk.ledger.read { reading in
        try outcome.events.compactMap { try reading.event($0)?.event.decoded(PageIntended.self)?.key }.first
      }
    }
    guard let key else { throw Trouble(.refused, "Nothing was paged: \(outcome.sentence).") }
    return key
  }

  private func ask(_ contact: Contact) throws {
    guard try Confirmation.given(confirm, target: contact.name) else {
      throw Trouble(
        .unconfirmed,
        "Nobody was paged: repeat it with --confirm \(contact.name). To do it by hand: \(contact.dialWords).")
    }
  }
}
