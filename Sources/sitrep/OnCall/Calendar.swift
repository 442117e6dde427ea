import Commands
import Desk
import EventLog
import Incidents
import OnCall
import Settings

/// The schedule and the wall clock it is read by. Where there is no store yet, what the files say alone.
struct Calendar {
  let schedule: Schedule
  let record: RecordedRota
  /// Nil where there is no store.
  let session: Session?
  /// Whether Sitrep is the pager of record of any service.
  let pagesPeople: Bool
  private let zone: Zone

  init(_ options: GlobalOptions) throws {
    let configuration = try Session.settings(try Session.places(options))
    session = try Session.openForReading(options)
    zone = configuration.console.displayZone
    pagesPeople = configuration.pagesPeople
    if let found = try session?.desk.rota() {
      (schedule, record) = found
    } else {
      record = RecordedRota()
      schedule = configuration.rota.schedule
    }
  }

  /// A time as typed, by the wall clock of the display zone or of one that is named.
  func moment(_ text: String, in named: String? = nil) throws(Trouble) -> RotaTimeText.Moment {
    try Self.moment(text, in: try named.map(Self.zone) ?? zone)
  }

  func time(_ text: String?) throws(Trouble) -> Instant? {
    guard let text else { return nil }
    return try moment(text).at
  }

  static func moment(_ text: String, in zone: Zone) throws(Trouble) -> RotaTimeText.Moment {
    if let moment = RotaTimeText.parse(text, now: SystemClock.now(), zone: zone) { return moment }
    throw Trouble(
      .badInput,
      "\"\(text)\" is no time: write 14:05, \"2026-11-29 01:30\", \"Mon 09:00\", +2h, -10m or 2026-11-21T14:05:00Z.")
  }

  private static func zone(_ text: String) throws(Trouble) -> Zone {
    if let zone = Zone(text) { return zone }
    throw Trouble(.badInput, "\"\(text)\" is no time zone: write for example Europe/Berlin or UTC.")
  }

  func words(_ instant: Instant, in zone: Zone? = nil) -> String { (zone ?? self.zone).words(instant) }

  /// A period that a verb was given: four weeks from now where nothing was said.
  func period(_ from: String?, _ to: String?, length: Span = .days(28)) throws(Trouble) -> (from: Instant, to: Instant)
  {
    let start = try time(from) ?? SystemClock.now()
    let end = try time(to) ?? start + length
    guard start < end else { throw Trouble(.badInput, "--to must come after --from.") }
    guard end - start <= .days(3_660) else { throw Trouble(.badInput, "That is more than ten years: ask for less.") }
    return (start, end)
  }
}

extension Session {
  /// A time of the schedule as typed, also ahead, by the wall clock of the display zone.
  func moment(_ text: String) throws(Trouble) -> Instant {
    try Calendar.moment(text, in: configuration.console.displayZone).at
  }

  func role(_ text: String) throws(Trouble) -> DutyRole {
    if let role = DutyRole(rawValue: text) { return role }
    throw Trouble(.badInput, "\"\(text)\" is no role: primary, secondary or commander.")
  }

  func event(_ text: String) throws(Trouble) -> EventID {
    if let id = EventID(text) { return id }
    throw Trouble(.badInput, "\"\(text)\" is no id; `sitrep oncall override list` and `swap list` print them.")
  }

  /// Performs a change of the rota and prints what came of it: a sentence, or what was recorded as JSON.
  func perform(_ command: any RotaCommand, json: Bool) throws {
    let outcome = try desk.performAndWait(.rota(command), by: actor)
    guard json else { return Output.line(outcome.sentence) }
    Output.json(RotaJSON.record(try desk.rota().record, at: SystemClock.now()))
  }
}
