import ArgumentParser
import Commands
import Desk
import EventLog
import OnCall
import Screens
import Settings

struct OnCallLoad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "How being on call was shared, and how hard it was; the last 4 weeks.",
    discussion: """
      Marked are shares above 25 %. A page is an incident that an alert opened while the person was primary; at night \
      is from 22:00 to 07:00 where the person lives. Over capacity are stretches of twelve hours with more than two.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var period: PeriodOptions

  func run() throws {
    let (report, calendar) = try DutyReport.read(options, period)
    if options.json { return Output.json(RotaJSON.report(report)) }
    Output.line("\(calendar.words(report.from)) to \(calendar.words(report.to))")
    guard !report.rows.isEmpty else { return Output.line("Nobody was on call.") }
    Output.lines(
      PlainTable(
        headings: ["WHO", "PRIMARY", "SECONDARY", "SHARE", "ON END", "PAGES", "NIGHT", "OVER CAPACITY", "INCIDENTS"],
        rows: report.rows.map { row in
          [
            row.person, weeks(row.primary), weeks(row.secondary),
            "\(row.share / 100) %" + (row.isOverloaded ? " too much" : ""), weeks(row.longest), "\(row.pages)",
            "\(row.nightPages)", "\(row.overCapacity)", SpanWords.short(row.onIncidents),
          ]
        }
      ).lines())
    if report.uncovered > .zero { Output.line("Nobody was primary for \(SpanWords.short(report.uncovered)).") }
  }

  private func weeks(_ span: Span) -> String { OnCallPay.weeks(span) }
}

extension DutyReport {
  /// The report over a period, the last four weeks where none is given, with the schedule that it is about.
  static func read(_ options: GlobalOptions, _ period: PeriodOptions) throws -> (report: DutyReport, Calendar) {
    let calendar = try Calendar(options)
    let now = SystemClock.now()
    let end = try calendar.time(period.to) ?? now
    let start = try calendar.time(period.from) ?? end - .days(28)
    guard start < end else { throw Trouble(.badInput, "--to must come after --from.") }
    let work = try calendar.session?.desk.incidentWork(from: start, to: end) ?? []
    let rules = try Session.settings(try Session.places(options)).rota.pay
    return (DutyReport(calendar.schedule, work: work, rules: rules, from: start, to: end), calendar)
  }
}
