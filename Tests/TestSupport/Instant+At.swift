package import EventLog

extension Instant {
  /// The day on which tests play, 2026-11-21, at a time of day ("10:12", "10:12:30"); or any RFC 3339 time.
  package static func at(_ text: String) -> Instant {
    let whole = text.contains("T") ? text : "2026-11-21T\(text)Z"
    guard let instant = Instant(rfc3339: whole) else { preconditionFailure("\(text) is no time") }
    return instant
  }
}
