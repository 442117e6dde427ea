import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Review
import Screens
import Settings

struct PostMortemList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Post-mortems that are owed or under way, what comes due first on top.",
    discussion: """
      Of incidents that are over. Those whose review was held, or waived, and whose action items are all done are left \
      out without --all.
      """)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Those that are done as well.") var all = false
  @Flag(help: "Only those whose review or an action item was to be done by now.") var overdue = false
  @Flag(help: "Instead, major incidents of earlier years whose day comes round this week.") var anniversary = false
  @Option(help: ArgumentHelp("Only those of incidents that ended since.", valueName: "time")) var since: String?
  @Option(help: ArgumentHelp("Only those of one owner.", valueName: "name")) var owner: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    let now = SystemClock.now()
    if anniversary { return try showAnniversaries(session) }
    let from = try session.time(since)?.at
    let rows = try session.desk.postMortems().filter { row in
      (all || !row.isDone) && (!overdue || row.isOverdue(at: now))
        && (from.map { (row.endedAt ?? now) >= $0 } ?? true) && (owner.map { row.owner == $0 } ?? true)
    }
    if options.json { return Output.json(.array(rows.map { $0.json(at: now) })) }
    Output.lines(rows.isEmpty ? ["No post-mortem is owed or under way."] : PlainScreen.table(of: rows, now: now))
  }

  private func showAnniversaries(_ session: Session) throws {
    let found = try session.desk.anniversaries()
    if options.json { return Output.json(.array(found.map(\.json))) }
    Output.lines(found.isEmpty ? ["No major incident of earlier years has its day this week."] : found.map(\.line))
  }
}
