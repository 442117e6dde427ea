import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger

struct LetterReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Have a letter sent once more, under its own key.",
    discussion: "It leaves as soon as `sitrep serve` runs. A receiver that got it before may show it twice.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its number, as `sitrep letter list` shows it.") var letter: Int64
  @Option(help: ArgumentHelp("The letter's number, which is sent again.", valueName: "letter")) var confirm: String?

  func run() throws {
    let session = try Session.open(options)
    let number = letter
    guard let found = try troubled({ try session.desk.ledger.read { try $0.letter(number) } }) else {
      throw Trouble(.noSuchFile, "There is no letter \(number). `sitrep letter list --all` shows them.")
    }
    Output.complain(
      "this sends \"\(found.letter.content.title)\" through \(found.letter.channel) again; it is \(found.state.rawValue)."
    )
    guard try Confirmation.given(confirm, target: String(number)) else {
      throw Trouble(.unconfirmed, "Nothing was sent: repeat it with --confirm \(number).")
    }
    let actor = session.actor
    _ = try troubled {
      try session.desk.ledger.writeAndWait { try $0.replayLetter(number, actor: actor) }
    }
    Output.line("The letter \(number) waits to be sent.")
  }
}
