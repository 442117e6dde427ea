package import EventLog

/// Times as senders write them.
package enum WireTime {
  /// The last instant of the year 1 (`0001-01-01T00:00:00Z` in any zone): Go's zero time, which means "not set".
  package static let unset = Instant(milliseconds: -62_104_060_800_000)

  package static func instant(_ text: String) -> Instant? { Instant(rfc3339: text) }
}
