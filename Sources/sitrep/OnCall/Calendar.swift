import Commands
import EventLog
import Incidents
import OnCall
import Settings

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

  func words(_ instant: Instant) -> String { zone.words(instant) }
}
