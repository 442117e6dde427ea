import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents

struct CommsDueVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Who is to be told what by when, and what they heard last.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("One incident; all that go on where nothing is said.", valueName: "n"))
  var incident: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    let rows = try session.desk.commsDue(of: try incident.map { try session.desk.incident(named: $0) })
    let now = SystemClock.now()
    if options.json {
      Output.json(.array(rows.map { $0.json(at: now) }))
    } else {
      for reminder in try session.desk.publicPage().reminders { Output.complain(reminder) }
      Output.lines(rows.isEmpty ? ["Nobody is to be told anything."] : rows.flatMap { lines($0, session, now) })
    }
  }

  private func lines(_ row: CommsRow, _ session: Session, _ now: Instant) -> [String] {
    let drill = row.isDrill ? "DRILL " : ""
    var lines = ["\(drill)#\(row.label) \(row.severityLabel) \(row.state.title): \(row.title)"]
    if let declared = row.declaredAt {
      let detected = row.detectedEarlierAt.map { ", known since \(session.words($0))" } ?? ""
      lines.append("  declared \(session.words(declared))\(detected)" + (row.isLong ? "; a long incident" : ""))
    }
    lines += row.clocks.map { clock in
      guard let deadline = clock.deadline else { return "  \(clock.clock.rawValue): nothing is promised" }
      let left = SpanWords.countdown(to: deadline.dueAt, now: now)
      let late = deadline.dueAt < now ? ", OVERDUE" : ""
      return "  \(clock.clock.rawValue): by \(session.words(deadline.dueAt)) (\(left)\(late)), \(deadline.rule)"
    }
    lines += row.listeners.map { listener in
      let ways = listener.channels.isEmpty ? "" : " by \(listener.channels.joined(separator: ", "))"
      let told =
        listener.told.map { told in
          "told \(session.words(told.at)) by \(told.person)" + (told.state.map { ", \($0.title)" } ?? "")
        } ?? "not told yet"
      let letters = (listener.sending?.ways ?? []).map { "\($0.channel) \($0.result.rawValue)" }
      let carried = letters.isEmpty ? "" : " (\(letters.joined(separator: ", ")))"
      return "    \(listener.audience.rawValue)\(ways): \(told)\(carried)"
    }
    return lines + row.drafting.map { "    \($0.words)" }
  }
}
