import EventLog

/// Whom a higher severity would have woken by now: shown to the person who raises it, who then asks for them or not.
package enum RaisePreview {
  /// Somebody who was not paged yet, and as whom they would be.
  package struct Person: Hashable, Sendable {
    package var name: String
    package var target: EscalationTarget
    package var level: Int
  }

  /// In the order of the levels; empty where Sitrep is not the pager of the service, or where nothing is raised.
  package static func people(
    raising incident: Incident, to severity: Severity, facts: EscalationFacts
  ) -> [Person] {
    guard severity < incident.severity, facts.pager(of: incident) == .sitrep else { return [] }
    let policy = incident.escalation?.policy ?? facts.policy
    let waited = facts.now - (incident.escalation?.firstPageAt ?? incident.openedAt)
    var known = Set(incident.pages.map(\.person))
    if let owner = incident.owner { known.insert(owner) }
    known.insert(facts.incident.actor.person)
    var found: [Person] = []
    for number in policy.numbers(on: severity) {
      guard let level = policy.level(number), let after = level.after[severity], after <= waited else { continue }
      for target in level.targets(on: severity) {
        for name in facts.team.people(of: target) where known.insert(name).inserted {
          found.append(Person(name: name, target: target, level: number))
        }
      }
    }
    return found
  }
}
