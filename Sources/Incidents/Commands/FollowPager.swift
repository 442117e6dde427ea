package import EventLog

/// Puts on record what another pager told, and follows it where the incident's life cycle knows the step: whoever
/// acknowledged there has it here. What is told late, after something newer, is only put on record.
package struct FollowPager: IncidentCommand {
  package var report: PagerReport
  /// Who did it, by the short name where the team knows them.
  package var person: String?
  package var assignees: [String]

  package init(_ report: PagerReport, person: String?, assignees: [String] = []) {
    self.report = report
    self.person = person
    self.assignees = assignees
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let told = incident.draft(
      PagerReported(
        pager: report.pager, report: report.kind, eventID: report.eventID, person: person, assignees: assignees,
        key: report.key, remote: report.remote, link: report.link, at: report.at),
      at: min(report.at, facts.now), occasion: Self.occasion(of: report, on: incident.id))
    if let last = incident.pager, last.at > report.at { return [told] }
    return [told] + followed(on: incident, facts: facts)
  }

  /// What makes it one report, however often it is told.
  package static func occasion(of report: PagerReport, on incident: StreamID) -> String {
    "\(incident)|pager|\(report.pager)|\(report.eventID)"
  }

  private func followed(on incident: Incident, facts: IncidentFacts) -> [Draft] {
    do throws(IncidentRefusal) {
      switch report.kind {
      case .acknowledged:
        // A machine's acknowledge makes nobody the owner; it stands in the pager's own word.
        return person == nil ? [] : try Acknowledge().decide(on: incident, facts: facts)
      case .unacknowledged:
        return try Unacknowledge(reason: "it was given back in \(report.pager)").decide(on: incident, facts: facts)
      case .resolved:
        return try person == nil ? ended(on: incident, facts: facts) : resolved(on: incident, facts: facts)
      case .reopened:
        return person == nil
          ? [] : try Reopen(reason: "it was reopened in \(report.pager)").decide(on: incident, facts: facts)
      case .triggered, .escalated, .reassigned: return []
      }
    } catch {
      // It stands so already, or is past that: the report alone is news.
      return []
    }
  }

  /// Whoever resolves what nobody had acknowledged has taken it thereby.
  private func resolved(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    var taken: [Draft] = []
    if incident.status == .triggered { taken = try Acknowledge().decide(on: incident, facts: facts) }
    let after = taken.isEmpty ? incident : Clocks.provisional(incident, taken, facts: facts)
    return taken + (try Resolve(note: "resolved in \(report.pager)").decide(on: after, facts: facts))
  }

  /// A machine there ends a minor incident whose alerts are quiet, as one here would; a major one waits for a person.
  private func ended(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard facts.alertsFiring == 0, !incident.severity.isMajor, incident.status.isOpen else { return [] }
    return [
      incident.draft(
        IncidentResolved(resolution: .selfHealed, verifiedBy: nil, note: "resolved in \(report.pager)"), at: facts.now)
    ]
  }
}
