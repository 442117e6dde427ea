package import Incidents

/// Who is told by which ways at which severity, and which names must not leave the house.
package struct CommsPolicy: Hashable, Sendable {
  /// Whom a severity concerns, in the order in which they are told.
  package var audiences: [Severity: [Audience]]
  /// The ways by which an audience is told, the first one first; none where nobody has said.
  package var channels: [Audience: [String]]
  /// Whom a channel of mail writes to, by audience.
  package var recipients: [Audience: [String]]
  /// The ways that a person takes, beside the channels that letters take.
  package var byHand: [String]
  /// The team's own templates, in place of those that ship.
  package var templates: [Audience: String] = [:]
  /// What the status page is called.
  package var pageTitle: String
  /// Regular expressions for names that are used inside only, beside host names, which are known by their look.
  package var internalNames: [String]
  /// Names of customers, as words.
  package var customerNames: [String]

  package init(
    audiences: [Severity: [Audience]] = CommsPolicy.shippedAudiences,
    channels: [Audience: [String]] = CommsPolicy.shippedChannels, recipients: [Audience: [String]] = [:],
    byHand: [String] = CommsPolicy.shippedByHand, pageTitle: String = "Status",
    internalNames: [String] = [], customerNames: [String] = []
  ) {
    self.audiences = audiences
    self.channels = channels
    self.recipients = recipients
    self.byHand = byHand
    self.pageTitle = pageTitle
    self.internalNames = internalNames
    self.customerNames = customerNames
  }

  package static let shippedAudiences: [Severity: [Audience]] = [
    .sev1: [.team, .everyone, .customers, .management, .vip], .sev2: [.team, .everyone, .customers, .management],
    .sev3: [.team], .sev4: [.team],
  ]

  /// The public has none until a team says that there is one: its clock would run for nobody.
  package static let shippedChannels: [Audience: [String]] = [
    .team: ["slack"], .everyone: [], .customers: ["mail"], .management: ["mail"], .vip: ["phone"],
  ]

  package static let shippedByHand = ["phone", "slack", "mail", "statuspage"]

  /// The severities at which the public is told in any case.
  package var publicFrom: Set<Severity> {
    guard channels[.everyone]?.isEmpty == false else { return [] }
    return Set(audiences.filter { $0.value.contains(.everyone) }.keys)
  }
}
