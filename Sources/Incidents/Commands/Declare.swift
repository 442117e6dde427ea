package import EventLog

/// A person declares an incident.
package struct Declare: Sendable {
  package var title: String
  package var severity: Severity
  package var service: String?
  package var impactStarted: TimePoint?

  package init(title: String, severity: Severity, service: String? = nil, impactStarted: TimePoint? = nil) {
    self.title = title
    self.severity = severity
    self.service = service
    self.impactStarted = impactStarted
  }

  /// The events of the new stream, its clocks included.
  /// - Throws: a refusal for an empty title or an impact that would start in the future.
  package func drafts(in stream: StreamID, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let plain = title.trimmed
    guard !plain.isEmpty else { throw .emptyText("The title") }
    if let start = impactStarted, start.at > facts.now { throw .timeInFuture(start.at) }
    let name = service?.trimmed
    let service = name?.isEmpty == false ? name : nil
    var blank = Incident(id: stream)
    blank.isDrill = facts.isDrill
    let declared = blank.draft(
      IncidentDeclared(
        number: facts.nextNumber, title: plain, service: service, tier: service.flatMap { facts.services[$0]?.tier },
        severity: severity, impactStarted: impactStarted),
      at: facts.now)
    let suspected = facts.suspectedParent.map { blank.draft($0.event, at: facts.now) }.map { [$0] } ?? []
    return [declared] + Clocks.follow(blank, [declared], facts: facts) + suspected
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
