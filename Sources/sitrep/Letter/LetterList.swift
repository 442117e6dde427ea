import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger
import Screens

struct LetterList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Letters that wait, failed, are in doubt or are held; the newest first.")

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Those that were delivered or withdrawn, too.") var all = false
  @Option(help: "At most so many.") var limit = 200

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    let states = Set(OutboxState.allCases.filter { all || ![.delivered, .withdrawn].contains($0) })
    let limit = max(1, min(limit, 10_000))
    let letters = try troubled { try session.desk.ledger.read { try $0.letters(states, limit: limit) } }
    if options.json { return Output.json(.array(letters.map(Self.json))) }
    guard !letters.isEmpty else { return Output.line(all ? "No letter was ever written." : "Nothing waits.") }
    Output.lines(
      PlainTable(
        headings: ["LETTER", "STATE", "CHANNEL", "TO", "TRIES", "WRITTEN", "TITLE", "WHY"],
        rows: letters.map {
          [
            String($0.id), $0.state.rawValue, $0.letter.channel, $0.letter.recipient, String($0.attempts),
            $0.writtenAt.rfc3339, ($0.letter.isDrill ? "DRILL " : "") + $0.letter.content.title, $0.reason ?? "",
          ]
        }
      ).lines())
  }

  private static func json(_ letter: OutboxLetter) -> JSONValue {
    .object([
      "letter": .integer(letter.id), "key": .string(letter.letter.key), "state": .string(letter.state.rawValue),
      "channel": .string(letter.letter.channel), "recipient": .string(letter.letter.recipient),
      "title": .string(letter.letter.content.title), "incident": .text(letter.letter.incident?.name),
      "drill": .bool(letter.letter.isDrill), "attempts": .integer(Int64(letter.attempts)),
      "doubts": .integer(Int64(letter.doubts)), "written_at": .time(letter.writtenAt),
      "next_at": .time(letter.state == .waiting ? letter.nextAt : nil), "attempted_at": .time(letter.attemptedAt),
      "finished_at": .time(letter.finishedAt), "receipt": .text(letter.receipt), "reason": .text(letter.reason),
    ])
  }
}
