import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  /// A heartbeat that nobody gave a time may be silent for so many times its usual distance, and never for less than
  /// the second.
  private static let missedBeats: Int64 = 3
  private static let shortestSilence = Span.minutes(5)
  /// A sender whose alerts fire tells of them again every four hours, where nobody changed that: two such times and some.
  private static let silenceWhileFiring = Span.hours(9)

  /// The name under which a heartbeat alert is remembered as a sender.
  static func heartbeatSource(_ alert: String, from source: String) -> String { "\(source)/\(alert)" }

  /// Senders that used to be heard and are not any more: of what they would say nobody is woken. What the
  /// configuration names has its own time; a heartbeat that was heard is expected again, and a sender whose alerts fire
  /// is to repeat them.
  func silentSources(at now: Instant, _ reading: Reading) throws -> [String] {
    guard !configuration.isDrill else { return [] }
    let sources = try reading.sources()
    var warnings: [String] = []
    for (name, most) in configuration.heardEvery.sorted(by: { $0.key < $1.key }) {
      let heard = sources.filter { $0.source == name || $0.source.hasSuffix("/\(name)") }.map(\.lastSeen).max()
      guard let heard else {
        warnings.append(silence(of: name, "was never heard, and is to be every \(most.words)"))
        continue
      }
      if now - heard > most {
        warnings.append(
          silence(of: name, "is silent since \(SpanWords.short(now - heard)), heard every \(most.words) before"))
      }
    }
    for source in sources where configuration.heardEvery[source.source] == nil {
      let name = source.source.split(separator: "/").last.map(String.init) ?? source.source
      guard configuration.heardEvery[name] == nil, let most = try usual(source, reading), now - source.lastSeen > most
      else { continue }
      warnings.append(silence(of: name, "is silent since \(SpanWords.short(now - source.lastSeen))"))
    }
    return warnings
  }

  /// How long a sender that nobody gave a time may be silent; nil where its silence says nothing.
  private func usual(_ source: SourceSeen, _ reading: Reading) throws -> Span? {
    guard !source.source.contains("/") else {
      guard source.times > 2 else { return nil }
      let distance = Span.milliseconds((source.lastSeen - source.firstSeen).milliseconds / Int64(source.times - 1))
      return max(Self.shortestSilence, .milliseconds(distance.milliseconds * Self.missedBeats))
    }
    let firing = try reading.count(
      table: "alert", filters: [.equals("is_firing", .flag(true)), .equals("source", .text(source.source))])
    return firing > 0 ? Self.silenceWhileFiring : nil
  }

  private func silence(of name: String, _ words: String) -> String {
    "\(pagesPeople ? "NO PAGING" : "NO ALERTS") of what \(name) would report: it \(words)"
  }
}
