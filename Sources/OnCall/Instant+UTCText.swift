package import EventLog

extension Instant {
  /// "2026-11-23 08:00 UTC", for sentences that everybody reads alike.
  package var utcText: String {
    let civil = CivilTime(self)
    return "\(civil.year)-\(padded(civil.month, 2))-\(padded(civil.day, 2)) "
      + "\(padded(civil.hour, 2)):\(padded(civil.minute, 2)) UTC"
  }
}
