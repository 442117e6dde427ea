package import EventLog

/// A way to the outside, as `sitrep.yaml` describes it under `delivery`.
package struct ChannelSetting: Hashable, Sendable {
  /// What it speaks, and where its secrets are kept.
  package enum Kind: Hashable, Sendable {
    case slack(url: SecretReference)
    /// `endpoint` nil for PagerDuty itself.
    case pagerDuty(key: SecretReference, endpoint: String?)
    /// `endpoint` nil for Opsgenie's own; its European one is https://api.eu.opsgenie.com/v2/alerts.
    case opsgenie(key: SecretReference, endpoint: String?)
    /// `endpoint` nil for Atlassian's own.
    case statuspage(key: SecretReference, page: String, endpoint: String?)
    /// `program` reads a message with its recipients on its standard input.
    case mail(from: String, program: [String])
    /// Signed with every secret that is named.
    case webhook(url: SecretReference, secrets: [SecretReference])
    case ntfy(server: String, topic: SecretReference?, token: SecretReference?)
    /// `isRepeatable`: whether the program itself sees to it that the same key is told to nobody twice.
    case command(arguments: [String], isRepeatable: Bool)
  }

  /// Whether the receiver knows the key of a letter, so that sending it again makes no second message.
  package var isRepeatable: Bool {
    switch kind {
    case .pagerDuty, .opsgenie, .statuspage, .webhook: true
    case .slack, .mail, .ntfy: false
    case .command(_, let isRepeatable): isRepeatable
    }
  }

  package var name: String
  package var kind: Kind
  /// Letters a minute; nil for what is customary.
  package var perMinute: Int?
  /// Letters at once after a rest; nil for what is customary.
  package var burst: Int?
  /// How long a letter is worth sending; nil for what is customary.
  package var giveUpAfter: Span?

  package init(
    name: String, kind: Kind, perMinute: Int? = nil, burst: Int? = nil, giveUpAfter: Span? = nil
  ) {
    self.name = name
    self.kind = kind
    self.perMinute = perMinute
    self.burst = burst
    self.giveUpAfter = giveUpAfter
  }
}
