package import EventLog

/// Who is on call, and who is next; nil names are gaps.
package struct OnCallSummary: Hashable, Sendable {
  package var primary: String?
  package var secondary: String?
  package var commander: String?
  package var until: Instant?
  package var nextPrimary: String?
  package var nextSecondary: String?
  package var nextCommander: String?
  /// The handoff's local reading and zone as people say it ("Mon 09:00 Europe/Berlin").
  package var nextText: String?

  package init(
    primary: String? = nil, secondary: String? = nil, commander: String? = nil, until: Instant? = nil,
    nextPrimary: String? = nil, nextSecondary: String? = nil, nextCommander: String? = nil, nextText: String? = nil
  ) {
    self.primary = primary
    self.secondary = secondary
    self.commander = commander
    self.until = until
    self.nextPrimary = nextPrimary
    self.nextSecondary = nextSecondary
    self.nextCommander = nextCommander
    self.nextText = nextText
  }
}
