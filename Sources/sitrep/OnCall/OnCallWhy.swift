import ArgumentParser
import Commands
import EventLog
import OnCall

struct OnCallWhy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Why somebody is on call at a moment, layer by layer.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The moment, also ahead: \"2026-11-29 01:30\", \"Mon 09:00\", +2h.")
  var time: String

  @Argument(help: "The zone of the time, as in Europe/Berlin.")
  var zone: String?

  func run() throws {
    let calendar = try Calendar(options)
    let moment = try calendar.moment(time, in: zone)
    let found = DutyRole.allCases.map { calendar.schedule.resolve($0, at: moment.at) }
    let change = found.compactMap(\.turn).first { $0.clockChange != .zero }
    if options.json { return Output.json(json(moment, found)) }
    Output.line("\(calendar.words(moment.at)), \(moment.at.utcText)")
    switch moment.note {
    case .skipped: Output.line("The clocks jump over that time; the first moment after it is meant.")
    case .repeated: Output.line("The clocks show that time twice; the first is meant.")
    case nil: break
    }
    for resolution in found { Output.lines(lines(resolution, calendar)) }
    if let change {
      let hours = (change.end - change.start).minutes
      let later = change.clockChange > .zero ? "forward" : "back"
      Output.line(
        "The clocks of \(change.zone) go \(later) in this shift: it lasts \(hours / 60)h"
          + (hours % 60 == 0 ? "" : "\(hours % 60)m") + ".")
    }
  }

  private func lines(_ found: DutyResolution, _ calendar: Calendar) -> [String] {
    var lines = [
      "\(found.role.rawValue): \(found.assignment.person ?? "NOBODY"), by \(found.assignment.source.rawValue)"
    ]
    func period(_ edit: DutyEdit) -> String { "\(calendar.words(edit.from)) to \(calendar.words(edit.end))" }
    func said(_ edit: DutyEdit) -> String {
      "\(edit.words), \(period(edit)), by \(edit.by)" + (edit.reason.map { " (\($0))" } ?? "") + ", \(edit.id)"
    }
    for (place, edit) in found.temporary.enumerated() {
      lines.append("  temporary: \(said(edit))" + (place < found.temporary.count - 1 ? ": a later one decides" : ""))
    }
    if found.temporary.isEmpty { lines.append("  temporary: none") }
    for applied in found.overrides {
      lines.append("  override: \(said(applied.edit))" + (applied.isEffective ? "" : ": changes nothing"))
    }
    if found.overrides.isEmpty { lines.append("  override: none") }
    guard let turn = found.turn else { return lines + ["  rotation: none gives this role"] }
    var words = "  rotation: \(turn.rotation), \(turn.member ?? "nobody")'s turn, "
    words += "\(calendar.words(turn.start, in: turn.zone)) to \(calendar.words(turn.end, in: turn.zone))"
    if turn.person != turn.member { words += "; \(turn.person ?? "nobody") stands in" }
    lines.append(words)
    if !turn.away.isEmpty { lines.append("    away: \(turn.away.joined(separator: ", "))") }
    if let person = turn.passedOver, turn.member == person { lines.append("    \(person) is primary") }
    return lines
  }

  private func json(_ moment: RotaTimeText.Moment, _ found: [DutyResolution]) -> JSONValue {
    .object([
      "at": .time(moment.at), "clock": .text(moment.note?.rawValue),
      "roles": .array(
        found.map { found in
          .object([
            "role": .string(found.role.rawValue), "person": .text(found.assignment.person),
            "source": .string(found.assignment.source.rawValue),
            "temporary": .array(found.temporary.map { RotaJSON.edit($0, at: moment.at) }),
            "overrides": .array(
              found.overrides.map {
                .object(["effective": .bool($0.isEffective), "edit": RotaJSON.edit($0.edit, at: moment.at)])
              }),
            "rotation": found.turn.map { turn in
              .object([
                "name": .string(turn.rotation), "zone": .string(turn.zone.identifier), "start": .time(turn.start),
                "end": .time(turn.end), "member": .text(turn.member), "person": .text(turn.person),
                "away": .array(turn.away.map(JSONValue.string)),
                "clock_change_seconds": .integer(turn.clockChange.seconds),
              ])
            } ?? .null,
          ])
        }),
    ])
  }
}
