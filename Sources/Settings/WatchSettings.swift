package import EventLog

/// What `sitrep.yaml` says of the watch: who outside hears that it runs, and who inside is to be heard.
package struct WatchSettings: Hashable, Sendable {
  /// Where the address is kept that is to hear regularly that somebody watches; nil where nobody is told.
  package var ping: SecretReference?
  package var pingEvery: Span
  /// How long nobody watches after a process that froze; nil for what is customary.
  package var lease: Span?
  /// Senders that are to be heard, by name, and how long each may be silent.
  package var heardEvery: [String: Span]

  package init(
    ping: SecretReference? = nil, pingEvery: Span = .minutes(1), lease: Span? = nil, heardEvery: [String: Span] = [:]
  ) {
    self.ping = ping
    self.pingEvery = pingEvery
    self.lease = lease
    self.heardEvery = heardEvery
  }
}
