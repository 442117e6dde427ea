import Commands
import EventLog
import Incidents
import Review

extension TestWorld {
  /// The incident #42 over, with three alerts of which one is judged.
  static func afterwards() throws -> TestWorld {
    var world = try TestWorld.afternoon()
    let id = StreamID("incident", "n42")
    world.details[id]?.row.status = .resolved
    world.details[id]?.alerts = ["Errors", "Latency", "Disk"].map { name in
      AlertRow(
        id: StreamID("alert", name), name: name, headline: "\(name) is high", isFiring: false, startsAt: world.now,
        source: "alertmanager", verdict: name == "Latency" ? .noise : nil)
    }
    return world
  }

  /// Nothing burns, and a bad day comes round.
  static func anniversary() -> TestWorld {
    var world = TestWorld.empty()
    world.anniversaries = [
      Anniversary(
        incident: StreamID("incident", "old"), label: "12", title: "Checkout fails", severity: .sev1,
        day: CivilTime(year: 2025, month: 11, day: 24), years: 1, inDays: 3, fix: "rolled back 412", actionsOpen: 1,
        actions: 3)
    ]
    return world
  }
}
