import EventLog
import OnCall
import Testing

/// An instant from its RFC 3339 text.
func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

/// A zone that the database must have.
func zone(_ name: String) throws -> Zone { try #require(Zone(name)) }

/// "2026-03-30 09:00" as a reading of some clock.
func civil(_ text: String) throws -> CivilTime { CivilTime(try instant(text.replacing(" ", with: "T") + ":00Z")) }

/// A rotation as most tests want it: weekly, Monday 09:00.
func weekly(
  _ role: DutyRole = .primary, in zoneName: String = "Europe/Berlin", from start: String = "2026-01-05 09:00",
  members: [String], hour: Int = 9, minute: Int = 0, first: String? = nil
) throws -> Rotation {
  Rotation(
    name: role.rawValue, role: role, zone: try zone(zoneName), start: try civil(start),
    handoff: Handoff(weekday: 1, hour: hour, minute: minute), members: members, first: first)
}

/// Numbers that look random and are the same in every run.
struct Sequence64 {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
