import ArgumentParser
import Commands
import EventLog
import Incidents
import OnCall
import Screens

struct OnCallSchedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "The shifts of a period, gaps shown.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Its start; now where nothing is said.", valueName: "time"))
  var from: String?

  @Option(help: ArgumentHelp("Its end; four weeks later where nothing is said.", valueName: "time"))
  var to: String?

  func run() throws {
    let calendar = try Calendar(options)
    let start = try calendar.time(from) ?? SystemClock.now()
    let end = try calendar.time(to) ?? start + .days(28)
    guard start < end else { throw Trouble(.badInput, "--to must come after --from.") }
    guard end - start <= .days(3_660) else { throw Trouble(.badInput, "That is more than ten years: ask for less.") }
    let shifts = calendar.rota.shifts(from: start, to: end)
    if options.json {
      return Output.json(
        .object(["shifts": .array(shifts.map(json)), "gaps": .array(shifts.filter(\.isGap).map(json))]))
    }
    guard !calendar.rota.rotations.isEmpty else { return Output.line("No rotation is configured.") }
    let gaps = shifts.count(where: \.isGap)
    Output.lines(
      PlainTable(
        headings: ["ROLE", "WHO", "FROM", "TO"],
        rows: shifts.map {
          [$0.role.rawValue, $0.person ?? "NOBODY", calendar.words($0.start), calendar.words($0.end)]
        }
      ).lines())
    Output.line(gaps == 0 ? "No gaps." : "\(gaps) gaps: nobody would be on call.")
  }

  private func json(_ shift: Shift) -> JSONValue {
    .object([
      "start": .time(shift.start), "end": .time(shift.end), "role": .string(shift.role.rawValue),
      "person": .text(shift.person), "source": .string(shift.source.rawValue),
    ])
  }
}
