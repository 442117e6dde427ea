/// What a channel speaks, and what it needs to know for that.
package enum ChannelKind: Hashable, Sendable {
  /// Slack's incoming webhook, and what imitates it; the whole URL is the secret.
  case slack(webhook: Secret)
  /// PagerDuty Events v2, at its own address or at another that understands it.
  case pagerDuty(routingKey: Secret, endpoint: String)
  /// Opsgenie's alert API, at its own address or at another that understands it.
  case opsgenie(key: Secret, endpoint: String)
  /// Atlassian Statuspage.
  case statuspage(key: Secret, page: String, endpoint: String)
  /// The local MTA, by the program that takes a message on its standard input and reads its recipients there.
  case mail(from: String, program: [String])
  /// Standard Webhooks; signed with every secret that is given, so that one can be replaced by another.
  case webhook(address: Secret, signedWith: [Secret])
  /// ntfy, and what imitates it: plain HTTP push to phones. Where the letter names no topic, `topic` is meant.
  case ntfy(server: String, topic: Secret?, token: Secret?)
  /// A program of the team's own; the letter comes as JSON on its standard input.
  case command(arguments: [String])

  /// Where PagerDuty itself takes events.
  package static let pagerDutyEndpoint = "https://events.pagerduty.com/v2/enqueue"
  /// Where Opsgenie itself takes alerts.
  package static let opsgenieEndpoint = "https://api.opsgenie.com/v2/alerts"
  /// Where Atlassian's own pages are kept.
  package static let statuspageEndpoint = "https://api.statuspage.io/v1"

  /// As many messages as the receiver is known to bear, and a little less.
  package var customaryRate: ChannelRate {
    switch self {
    case .slack, .statuspage: ChannelRate(perMinute: 60, burst: 1)
    case .pagerDuty, .opsgenie: ChannelRate(perMinute: 120, burst: 20)
    case .mail, .webhook, .ntfy, .command: ChannelRate(perMinute: 60, burst: 10)
    }
  }

  /// Everything of it that may never be shown.
  var secrets: [Secret] {
    switch self {
    case .slack(let webhook): [webhook] + webhook.addressParts
    case .pagerDuty(let key, _), .opsgenie(let key, _), .statuspage(let key, _, _): [key]
    case .webhook(let address, let keys): [address] + address.addressParts + keys
    case .ntfy(_, let topic, let token): [topic, token].compactMap { $0 }
    case .mail, .command: []
    }
  }
}
