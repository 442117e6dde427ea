package import EventLog

/// Gives a better account of an entry, or retracts it; the original stays in the log.
package struct Correct: IncidentCommand {
  package var target: EventID
  /// The new text; nil leaves it.
  package var text: String?
  package var time: GivenTime?
  package var isRetraction: Bool
  package var reason: String

  package init(
    _ target: EventID, text: String? = nil, time: GivenTime? = nil, isRetraction: Bool = false, reason: String
  ) {
    self.target = target
    self.text = text
    self.time = time
    self.isRetraction = isRetraction
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let effective = EffectiveEvent.resolve(facts.history, payloads: IncidentFold.payloads)
    guard let current = effective.first(where: { $0.event.id == target }) else {
      throw .noSuchEntry(target.description)
    }
    guard !reason.trimmed.isEmpty else { throw .reasonNeeded("Correcting an entry") }
    if isRetraction {
      guard current.event.kind == TimelineNoted.kind else { throw .notCorrectable(kind: current.event.kind) }
      return [incident.draft(EventCorrected(reason: reason.trimmed), at: facts.now, supersedes: target)]
    }
    guard IncidentFold.payloads.contains(where: { $0.kind == current.event.kind }),
      IncidentFold.text(of: current.event) != nil
    else { throw .notCorrectable(kind: current.event.kind) }
    guard text != nil || time != nil else { throw .emptyText("The correction") }
    let moment = try time?.checked(against: facts.now)
    let correction = incident.draft(
      EventCorrected(
        fields: try fields(of: current.event), happenedAt: moment?.at ?? current.event.happenedAt,
        precision: moment?.precision ?? current.event.precision, reason: reason.trimmed),
      at: facts.now, supersedes: target)
    try Clocks.provisional(incident, [correction], facts: facts).times.requireOrder()
    return [correction]
  }

  private func fields(of event: Event) throws(IncidentRefusal) -> [String: JSONValue]? {
    guard var fields = Correct.fields(of: event) else { return nil }
    guard let text else { return fields }
    guard !text.trimmed.isEmpty else { throw .emptyText("The correction") }
    let allowed = IncidentFold.payloads.first { $0.kind == event.kind }?.correctable ?? []
    let places = ["text", "note", "reason", "title", "waiver"]
    guard let place = places.first(where: { allowed.contains($0) }) else { throw .notCorrectable(kind: event.kind) }
    fields[place] = .string(text)
    return fields
  }

  /// All correctable fields as they stand, so that a version with them is whole by itself.
  static func fields(of event: Event) -> [String: JSONValue]? {
    let allowed = IncidentFold.payloads.first { $0.kind == event.kind }?.correctable ?? []
    guard let payload = event.payload, let object = PayloadText.decode(JSONValue.self, from: payload)?.object
    else { return nil }
    return object.filter { allowed.contains($0.key) }
  }
}
