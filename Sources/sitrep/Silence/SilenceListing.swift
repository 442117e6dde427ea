import Commands
import Desk
import EventLog
import Incidents
import Screens

/// Silences or maintenance windows that are not over, with what each kept back.
enum SilenceListing {
  static func show(_ kind: Silence.Kind, _ options: GlobalOptions) throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    let now = SystemClock.now()
    let all = try session.desk.silences().filter { $0.kind == kind }
    if options.json { return Output.json(.array(all.map { json($0, at: now) })) }
    guard !all.isEmpty else {
      return Output.line(kind == .silence ? "Nothing is silenced." : "No maintenance is under way or announced.")
    }
    Output.lines(
      PlainTable(
        headings: ["ID", "STATE", "UNTIL", "OWNER", "ABOUT", "KEPT BACK", "WHY"],
        rows: all.map {
          [
            SilenceName.short($0.id, among: all.map(\.id)),
            $0.isInForce(at: now) ? "in force" : "from \($0.from.rfc3339)",
            $0.end.rfc3339, $0.owner, $0.matcherText, String($0.heldBack.count), $0.reason,
          ]
        }
      ).lines())
    Output.lines(
      all.flatMap { silence in
        silence.heldBack.map {
          "\(SilenceName.short(silence.id, among: all.map(\.id))) kept back a page of #\($0.number) \($0.severity.name) "
            + "\($0.title), at \($0.at.rfc3339)"
        }
      })
  }

  private static func json(_ silence: Silence, at now: Instant) -> JSONValue {
    .object([
      "id": .string(String(silence.id.key)), "kind": .string(silence.kind.rawValue), "owner": .string(silence.owner),
      "matchers": .array(silence.matchers.map { .string($0.text) }), "from": .time(silence.from),
      "until": .time(silence.end), "in_force": .bool(silence.isInForce(at: now)), "reason": .string(silence.reason),
      "held_back": .array(
        silence.heldBack.map {
          .object([
            "incident": .string($0.incident.name), "number": .integer(Int64($0.number)), "title": .string($0.title),
            "severity": .string($0.severity.name), "level": $0.level.map { .integer(Int64($0)) } ?? .null,
            "at": .time($0.at),
          ])
        }),
    ])
  }
}
