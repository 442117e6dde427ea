package import EventLog
package import Incidents

/// Everything a post-mortem is made from, as values: the fold of the incident, its timeline, the runs on it.
package struct ReviewMaterial: Hashable, Sendable {
  /// As folded; one that does not exist yields a draft that says what is missing.
  package var incident: Incident
  /// "#42", as people call it.
  package var label: String
  /// In any order; corrections applied.
  package var entries: [ReviewEntry]
  package var runs: [ReviewRun]
  /// Its alerts, those of merged incidents among them.
  package var alerts: [ReviewAlert]
  /// What people did about the post-mortem; nil where nobody has begun.
  package var record: ReviewRecord?
  /// The recovery targets by tier that the incident was measured against.
  package var tiers: [Int: TierTargets]
  /// The moment the draft speaks from: open intervals and promises are measured up to it.
  package var preparedAt: Instant
  /// What proves the state of the log ("k3f9q2 1042 9f86d0…"), printed in the appendix; nil where not at hand.
  package var chainHead: String?

  package init(
    incident: Incident, label: String, entries: [ReviewEntry] = [], runs: [ReviewRun] = [],
    alerts: [ReviewAlert] = [], record: ReviewRecord? = nil, tiers: [Int: TierTargets] = TierTargets.shipped,
    preparedAt: Instant,
    chainHead: String? = nil
  ) {
    self.incident = incident
    self.label = label
    self.entries = entries
    self.runs = runs
    self.alerts = alerts
    self.record = record
    self.tiers = tiers
    self.preparedAt = preparedAt
    self.chainHead = chainHead
  }

  /// The same, its entries in the order in which they happened.
  var inOrder: ReviewMaterial {
    func key(_ entry: ReviewEntry) -> (Instant, EventID) { (entry.happenedAt, entry.id) }
    let isInOrder = zip(entries, entries.dropFirst()).allSatisfy { key($0) <= key($1) }
    guard !isInOrder else { return self }
    var copy = self
    copy.entries.sort { key($0) < key($1) }
    return copy
  }
}
