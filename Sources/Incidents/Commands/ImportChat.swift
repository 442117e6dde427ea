package import EventLog

/// What somebody said elsewhere, as it came out of a copy.
package struct ImportedLine: Hashable, Sendable {
  package var at: Instant
  package var precision: Precision
  package var person: String
  package var text: String

  package init(at: Instant, precision: Precision, person: String, text: String) {
    self.at = at
    self.precision = precision
    self.person = person
    self.text = text
  }
}

/// Takes over what was said in a chat: each line is an entry at its own time, with who said it and where it is from. What
/// was taken over before is not taken over again.
package struct ImportChat: IncidentCommand {
  package var lines: [ImportedLine]
  /// What it was read from ("slack export", "chat").
  package var source: String
  /// The zone that the times were given in.
  package var zone: String?

  /// More than any room says in an incident, and little enough for one write.
  package static let limit = 1_000

  package init(_ lines: [ImportedLine], source: String, zone: String? = nil) {
    self.lines = lines
    self.source = source
    self.zone = zone
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !lines.isEmpty else { throw .emptyText("The import") }
    guard lines.count <= Self.limit else { throw .tooMany("lines", limit: Self.limit) }
    var known = Set(
      facts.history.compactMap { event -> ImportedLine? in
        guard let body = event.decoded(TimelineNoted.self), let person = body.saidBy else { return nil }
        return ImportedLine(at: event.happenedAt, precision: event.precision, person: person, text: body.text)
      })
    var drafts: [Draft] = []
    for line in lines where known.insert(line).inserted {
      let time = try GivenTime(line.at, precision: line.precision).checked(against: facts.now)
      drafts.append(
        incident.draft(
          TimelineNoted(text: line.text, entry: .note, saidBy: line.person, importedFrom: source), at: time.at,
          precision: time.precision, zone: zone))
    }
    return drafts
  }
}
