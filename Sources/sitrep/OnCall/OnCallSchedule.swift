import ArgumentParser
import Commands
import EventLog
import OnCall
import Screens

struct OnCallSchedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "The shifts of a period, gaps shown, and how good the year ahead is.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var period: PeriodOptions

  func run() throws {
    let calendar = try Calendar(options)
    let (start, end) = try calendar.period(period.from, period.to)
    let shifts = calendar.schedule.shifts(from: start, to: end)
    let quality = ScheduleQuality(calendar.schedule, from: start)
    if options.json {
      return Output.json(
        .object([
          "shifts": .array(shifts.map(RotaJSON.shift)), "gaps": .array(shifts.filter(\.isGap).map(RotaJSON.shift)),
          "quality": .object([
            "score": .integer(Int64(quality.score)), "coverage": .integer(Int64(quality.coverage)),
            "balance": .integer(Int64(quality.balance)), "gaps": .integer(Int64(quality.gaps)),
            "overloaded": .array(quality.overloaded.map { .string($0.person) }),
          ]),
        ]))
    }
    guard calendar.schedule.isConfigured else { return Output.line("No rotation is configured.") }
    let gaps = shifts.count(where: \.isGap)
    Output.lines(
      PlainTable(
        headings: ["ROLE", "WHO", "FROM", "TO", "BY"],
        rows: shifts.map {
          [
            $0.role.rawValue, $0.person ?? "NOBODY", calendar.words($0.start), calendar.words($0.end),
            $0.source.rawValue + ($0.edit.map { " \($0)" } ?? ""),
          ]
        }
      ).lines())
    Output.line(gaps == 0 ? "No gaps." : "\(gaps) gaps: nobody would be on call.")
    Output.line(
      "52 weeks ahead: quality \(quality.score) of 100, coverage \(quality.coverage) %, balance \(quality.balance) %.")
    if !quality.overloaded.isEmpty {
      let names = quality.overloaded.map { "\($0.person) \($0.share / 100) %" }.joined(separator: ", ")
      Output.line("On call more than 25 % of the time: \(names).")
    }
  }
}

/// The period that a verb is about.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Its start.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Its end.", valueName: "time"))
  var to: String?
}
