import ArgumentParser
import Commands
import EventLog
import OnCall
import Screens

struct OnCallGaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "When nobody is on call; 8 weeks ahead. Ends with 1 where there is a gap.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var period: PeriodOptions

  @Option(help: "One role alone.")
  var role: String?

  func run() throws {
    let calendar = try Calendar(options)
    let (start, end) = try calendar.period(period.from, period.to, length: .days(56))
    if let role, DutyRole(rawValue: role) == nil {
      throw Trouble(.badInput, "\"\(role)\" is no role: primary, secondary or commander.")
    }
    let gaps = calendar.schedule.gaps(from: start, to: end).filter { role == nil || $0.role.rawValue == role }
    if options.json {
      Output.json(.array(gaps.map(RotaJSON.shift)))
    } else if gaps.isEmpty {
      Output.line("No gaps from \(calendar.words(start)) to \(calendar.words(end)).")
    } else {
      Output.lines(
        PlainTable(
          headings: ["ROLE", "FROM", "TO"],
          rows: gaps.map { [$0.role.rawValue, calendar.words($0.start), calendar.words($0.end)] }
        ).lines())
    }
    if !gaps.isEmpty { throw Trouble(.refused, "\(gaps.count) gaps: nobody would be on call.") }
  }
}
