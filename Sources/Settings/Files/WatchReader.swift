import EventLog

/// `watch` and `sources` of `sitrep.yaml`.
enum WatchReader {
  private static let keys = ["ping", "ping_every", "lease"]

  static func read(_ root: SettingsSection) -> WatchSettings {
    var settings = WatchSettings()
    if let watch = root.section("watch", keys: keys) {
      settings.ping = watch.secret("ping")
      if let every = span("ping_every", .seconds(10), .hours(1), watch) { settings.pingEvery = every }
      settings.lease = span("lease", .seconds(5), .minutes(10), watch)
    }
    if let sources = root.section("sources", keys: nil) {
      for entry in sources.entries {
        if let most = span(entry.key, .minutes(1), .days(7), sources) { settings.heardEvery[entry.key] = most }
      }
    }
    return settings
  }

  private static func span(_ key: String, _ least: Span, _ most: Span, _ section: SettingsSection) -> Span? {
    guard let span = section.span(key) else { return nil }
    guard least <= span, span <= most else {
      section.report(
        key, "'\(key)' is \(span.words), which is too \(span < least ? "short" : "long")",
        advice: "write a length of time from \(least.words) to \(most.words)")
      return nil
    }
    return span
  }
}
