import ArgumentParser
import Commands
import EventLog
import OnCall
import Screens

struct OnCallPay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay", abstract: "What is owed for being on call; the last 4 weeks.",
    discussion: "An amount for each week, and hours on incidents at a multiple of the rate: see pay in oncall.yaml.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var period: PeriodOptions

  func run() throws {
    let (report, calendar) = try DutyReport.read(options, period)
    if options.json { return Output.json(RotaJSON.report(report)) }
    let rules = report.rules
    Output.line("\(calendar.words(report.from)) to \(calendar.words(report.to))")
    let roles = rules.roles.map(\.rawValue).joined(separator: " or ")
    Output.line(
      "\(PayRules.words(rules.perWeek)) \(rules.currency) a week as \(roles); hours on incidents at \(rules.multiplier) x "
        + (rules.rate == 0 ? "the rate, of which none is set" : PayRules.words(rules.rate)) + ".")
    guard !report.rows.isEmpty else { return Output.line("Nobody was on call.") }
    Output.lines(
      PlainTable(
        headings: ["WHO", "WEEKS", "ON INCIDENTS", rules.currency],
        rows: report.rows.map { row in
          let paid = rules.roles.reduce(Span.zero) { sum, role in
            sum + (role == .primary ? row.primary : role == .secondary ? row.secondary : row.commander)
          }
          return [
            row.person, Self.weeks(paid), Self.hours(row.onIncidents), PayRules.words(row.pay),
          ]
        }
      ).lines())
  }

  /// "2.50": weeks with two places.
  static func weeks(_ span: Span) -> String { PayRules.words(span.milliseconds * 100 / DutyReport.week.milliseconds) }

  /// "3.25 h".
  static func hours(_ span: Span) -> String { PayRules.words(span.milliseconds * 100 / 3_600_000) + " h" }
}
