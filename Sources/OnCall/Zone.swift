package import EventLog
import Foundation

/// A time zone of the IANA database: turns wall-clock readings into instants and back.
///
/// It asks Foundation for one thing only, the offset at an instant. Foundation's calendar skips or drifts at the edges
/// of summer time, so the rest is worked out here.
package struct Zone: Hashable, Sendable {
  /// As it was written, for example "Europe/Berlin".
  package let identifier: String
  private let table: TimeZone

  /// UTC, where no zone was chosen.
  package static let utc = Zone(identifier: "UTC", table: .gmt)

  /// Nil where the database has no zone of this name. Short names and bare offsets ("CET", "GMT+3") are not taken:
  /// they say nothing certain about summer time.
  package init?(_ identifier: String) {
    if identifier == "UTC" {
      self = .utc
      return
    }
    guard identifier.contains("/"), let table = TimeZone(identifier: identifier) else { return nil }
    self.init(identifier: identifier, table: table)
  }

  private init(identifier: String, table: TimeZone) {
    self.identifier = identifier
    self.table = table
  }

  /// The names that the database recommends, sorted; older names for the same places work too.
  package static var identifiers: [String] {
    (TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC"]).sorted()
  }

  /// How far the zone's clocks are ahead of UTC at an instant; negative in the west.
  package func offset(at instant: Instant) -> Span {
    let seconds = instant.milliseconds.quotientAndRemainder(dividingBy: 1_000)
    let whole = seconds.remainder < 0 ? seconds.quotient - 1 : seconds.quotient
    return .seconds(Int64(table.secondsFromGMT(for: Date(timeIntervalSince1970: Double(whole)))))
  }

  /// The name alone: two zones are the same when they are written the same.
  package static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }
  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

extension Zone: CustomStringConvertible {
  package var description: String { identifier }
}
