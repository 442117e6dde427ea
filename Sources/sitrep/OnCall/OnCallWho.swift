import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import OnCall

struct OnCallWho: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "Who is on call at a moment, and what is new for you.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("The moment; now where nothing is said.", valueName: "time"))
  var at: String?

  @Flag(help: "You have seen how your shifts moved: they are not shown again.")
  var seen = false

  func run() throws {
    if seen {
      let session = try Session.open(options)
      _ = try session.desk.performAndWait(.rota(SeeNotices()), by: session.actor)
    }
    let calendar = try Calendar(options)
    let moment = try calendar.time(at) ?? SystemClock.now()
    let onCall = calendar.schedule.onCall(at: moment)
    let news = try self.news(calendar)
    if options.json { return Output.json(json(onCall, news)) }
    guard calendar.schedule.isConfigured else {
      return Output.line(
        "Nobody is on call: no rotation is configured. `sitrep config init` writes an oncall.yaml to fill.")
    }
    for role in DutyRole.allCases {
      let name = onCall.team[role]?.name ?? "nobody (a gap)"
      let next = onCall.next.map { ", next \($0[role]?.name ?? "nobody")" } ?? ""
      Output.line("\(role.rawValue): \(name)\(next)")
    }
    if let until = onCall.until { Output.line("until \(calendar.words(until))") }
    for line in news { Output.line("for you: \(line)") }
    guard !calendar.pagesPeople else { return }
    Output.line("Sitrep wakes nobody: dial by hand, or use the pager you have.")
  }

  private func news(_ calendar: Calendar) throws -> [String] {
    guard let session = calendar.session else { return [] }
    guard case .board(let board) = try session.desk.answer(.board, for: session.actor) else { return [] }
    return board.header.news
  }

  private func json(_ onCall: OnCallNow, _ news: [String]) -> JSONValue {
    .object([
      "at": .time(onCall.team.at), "primary": .text(onCall.primary?.name), "secondary": .text(onCall.secondary?.name),
      "commander": .text(onCall.commander?.name), "until": .time(onCall.until),
      "next": onCall.next.map { next in
        .object([
          "at": .time(next.at), "primary": .text(next.primary?.name), "secondary": .text(next.secondary?.name),
          "commander": .text(next.commander?.name),
        ])
      } ?? .null, "news": .array(news.map(JSONValue.string)),
    ])
  }
}
