import ArgumentParser
import Commands
import EventLog
import OnCall

struct OnCallVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oncall", abstract: "Who is on call, now and later.", subcommands: [OnCallWho.self, OnCallSchedule.self])
}

struct OnCallWho: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "who", abstract: "Who is on call at a moment.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("The moment; now where nothing is said.", valueName: "time"))
  var at: String?

  func run() throws {
    let calendar = try Calendar(options)
    let moment = try calendar.time(at) ?? SystemClock.now()
    let onCall = calendar.rota.onCall(at: moment)
    if options.json { return Output.json(json(onCall)) }
    guard !calendar.rota.rotations.isEmpty else {
      return Output.line("Nobody is on call: no rotation is configured. `sitrep config init` writes an oncall.yaml to fill.")
    }
    for role in DutyRole.allCases {
      let name = onCall.team[role]?.name ?? "nobody (a gap)"
      let next = onCall.next.map { ", next \($0[role]?.name ?? "nobody")" } ?? ""
      Output.line("\(role.rawValue): \(name)\(next)")
    }
    if let until = onCall.until { Output.line("until \(calendar.words(until))") }
    Output.line("Sitrep wakes nobody: dial by hand, or use the pager you have.")
  }

  private func json(_ onCall: OnCallNow) -> JSONValue {
    .object([
      "at": .time(onCall.team.at), "primary": .text(onCall.primary?.name), "secondary": .text(onCall.secondary?.name),
      "commander": .text(onCall.commander?.name), "until": .time(onCall.until),
      "next": onCall.next.map { next in
        .object([
          "at": .time(next.at), "primary": .text(next.primary?.name), "secondary": .text(next.secondary?.name),
          "commander": .text(next.commander?.name),
        ])
      } ?? .null,
    ])
  }
}

struct OnCallSchedule: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "schedule", abstract: "The shifts of a period, gaps shown.")

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
    guard !shifts.isEmpty else { return Output.line("No rotation is configured.") }
    let gaps = shifts.count(where: \.isGap)
    Output.lines(
      PlainTable.table(
        ["ROLE", "WHO", "FROM", "TO"],
        shifts.map { [$0.role.rawValue, $0.person ?? "NOBODY", calendar.words($0.start), calendar.words($0.end)] }))
    Output.line(gaps == 0 ? "No gaps." : "\(gaps) gaps: nobody would be on call.")
  }

  private func json(_ shift: Shift) -> JSONValue {
    .object([
      "start": .time(shift.start), "end": .time(shift.end), "role": .string(shift.role.rawValue),
      "person": .text(shift.person), "source": .string(shift.source.word),
    ])
  }
}

/// The rota and the wall clock it is read by; no store is needed for either.
struct Calendar {
  let rota: Rota
  private let zone: Zone

  init(_ options: GlobalOptions) throws {
    let configuration = try Session.settings(try Session.places(options))
    rota = configuration.rota
    zone = configuration.console.displayZone
  }

  func time(_ text: String?) throws(Trouble) -> Instant? {
    guard let text else { return nil }
    let now = SystemClock.now()
    if let time = TimeText.parse(text, now: now, offset: zone.offset(at: now)) { return time.at }
    throw Trouble(.badInput, "\"\(text)\" is no time: write 14:05, -10m, \"10m ago\" or 2026-11-21T14:05:00Z.")
  }

  func words(_ instant: Instant) -> String {
    let civil = CivilTime(instant, offset: zone.offset(at: instant))
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return "\(days[civil.weekday - 1]) \(civil.year)-\(padded(civil.month, 2))-\(padded(civil.day, 2)) "
      + "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)) \(zone.identifier)"
  }
}
