package import EventLog

/// Something that can fail, and what was promised about it.
package struct Service: Hashable, Sendable, Codable {
  /// Who wakes people for the service.
  package enum Pager: String, Sendable, Codable, CaseIterable { case sitrep, external, none }

  package var name: String
  /// 1 to 4; nil where nobody has said.
  package var tier: Int?
  package var owner: String?
  package var dependencies: [String]
  /// The share of the health score, 0 to 100.
  package var weight: Double?
  package var endpoints: [String]
  package var runbooks: [String]
  /// Who wakes people for it.
  package var pager: Pager
  /// Which other pager that is, by its name in the configuration; nil where it is Sitrep, or where nobody has said.
  package var externalPager: String?

  package init(
    name: String, tier: Int? = nil, owner: String? = nil, dependencies: [String] = [], weight: Double? = nil,
    endpoints: [String] = [], runbooks: [String] = [], pager: Pager = .none, externalPager: String? = nil
  ) {
    self.name = name
    self.tier = tier
    self.owner = owner
    self.dependencies = dependencies
    self.weight = weight
    self.endpoints = endpoints
    self.runbooks = runbooks
    self.pager = pager
    self.externalPager = externalPager
  }
}

/// How long a tier may be away (RTO) and how much data it may lose (RPO).
package struct TierTargets: Hashable, Sendable, Codable {
  package var rto: Span
  package var rpo: Span

  package init(rto: Span, rpo: Span) {
    self.rto = rto
    self.rpo = rpo
  }

  /// The four tiers as shipped.
  package static let shipped: [Int: TierTargets] = [
    1: TierTargets(rto: .hours(1), rpo: .minutes(15)),
    2: TierTargets(rto: .hours(4), rpo: .hours(1)),
    3: TierTargets(rto: .hours(24), rpo: .hours(24)),
    4: TierTargets(rto: .days(7), rpo: .days(7)),
  ]
}
