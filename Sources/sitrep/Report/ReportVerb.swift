import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents
import Review

struct ReportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Figures of a period: counts, MTTD to MTBF, promises, services, action items.",
    discussion: "Drills, false alarms, duplicates and cancelled incidents are in none of the figures.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("The beginning; a month ago where nothing is said.", valueName: "time"))
  var since: String?

  @Option(
    name: .customLong("cost-per-hour"),
    help: ArgumentHelp("What an hour of an incident costs; without it no cost is shown.", valueName: "amount"))
  var costPerHour: Int64?

  @Option(help: "The currency of that amount.")
  var currency = "USD"

  @Option(help: ArgumentHelp("Write it as one HTML page with pictures, which loads nothing.", valueName: "file"))
  var html: String?

  func run() throws {
    let now = SystemClock.now()
    if let costPerHour, costPerHour < 0 { throw Trouble(.badInput, "An hour cannot cost \(costPerHour).") }
    let rate = costPerHour.map { CostRate(perHour: $0, currency: currency) }
    guard let session = try Session.openForReading(options) else {
      return try show(PeriodReport(of: [], since: now - .days(30), until: now, rate: rate))
    }
    let from = try session.time(since)?.at ?? now - .days(30)
    try show(try session.desk.report(since: from, until: now, rate: rate))
  }

  private func show(_ report: PeriodReport) throws {
    if let html { return try OutputFile.write(report.html, to: html) }
    if options.json { Output.json(report.json) } else { Output.lines(report.lines(isASCII: options.ascii)) }
  }
}
