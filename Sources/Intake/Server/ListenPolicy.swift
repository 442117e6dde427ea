package import Commands

/// Who may reach the server, decided before it listens.
package enum ListenPolicy {
  /// Why the server must not listen there, nil where it may: an address that others can reach asks for a key.
  package static func trouble(listeningAt address: ServerAddress, hasKeys: Bool) -> Trouble? {
    guard !address.isLoopback, !hasKeys else { return nil }
    return Trouble(
      .configuration,
      "\(address) can be reached from other hosts, and this store has no key yet: anybody could open incidents. "
        + "Make one with \"sitrep key create NAME\", or listen at 127.0.0.1:\(address.port).")
  }

  /// Whether a request to send alerts must carry a key.
  package static func alertsNeedKey(at address: ServerAddress, hasKeys: Bool) -> Bool {
    hasKeys || !address.isLoopback
  }

  /// Whether figures and status ask for a key, too: on loopback whoever can connect can read the store as well or is
  /// a scraper of this host.
  package static func figuresNeedKey(at address: ServerAddress) -> Bool { !address.isLoopback }
}
