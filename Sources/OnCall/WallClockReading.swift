package import EventLog

/// What the clocks of a zone show at one instant.
package struct WallClockReading: Hashable, Sendable {
  package var civil: CivilTime
  /// How far these clocks are ahead of UTC; negative in the west.
  package var offset: Span

  package init(civil: CivilTime, offset: Span) {
    self.civil = civil
    self.offset = offset
  }

  /// "UTC", "UTC+2", "UTC-3:30": letters such as "CET" differ from place to place, an offset is plain anywhere.
  package var abbreviation: String {
    let minutes = abs(offset.minutes)
    guard minutes > 0 else { return "UTC" }
    let sign = offset < .zero ? "-" : "+"
    return "UTC\(sign)\(minutes / 60)" + (minutes % 60 == 0 ? "" : ":" + padded(Int(minutes % 60), 2))
  }
}
