import ArgumentParser
import Commands
import EventLog
import FoundationEssentials
import OnCall

struct OnCallICal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ical", abstract: "The shifts as iCalendar, for calendar programs: 4 weeks back, half a year ahead.",
    discussion: "`sitrep serve` answers the same at /oncall.ics, for programs that subscribe.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var period: PeriodOptions

  @Option(help: "One person's shifts alone.")
  var person: String?

  @Option(help: "One role's alone.")
  var role: String?

  @Option(help: ArgumentHelp("Remind so long before a shift, as in 15m.", valueName: "length"))
  var alarm: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write it to a file.", valueName: "file"))
  var output: String?

  func run() throws {
    let calendar = try Calendar(options)
    if let role, DutyRole(rawValue: role) == nil {
      throw Trouble(.badInput, "\"\(role)\" is no role: primary, secondary or commander.")
    }
    let length = try alarm.map { text throws(Trouble) -> Span in
      if let span = TimeText.span(text) { return span }
      throw Trouble(.badInput, "\"\(text)\" is no length of time: write for example 15m or 1h.")
    }
    let text = CalendarText.export(
      calendar.schedule, calendar.record, at: SystemClock.now(), person: person, role: role.flatMap(DutyRole.init),
      from: try calendar.time(period.from), to: try calendar.time(period.to), alarm: length)
    guard let output else { return Output.calendar(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
    } catch {
      throw Trouble(.cannotCreate, "\(output) cannot be written.", cause: "\(error)")
    }
    Output.line("written: \(output)")
  }
}
