package import EventLog

/// Says what proves an entry, or the incident as a whole.
package struct LinkEvidence: IncidentCommand {
  package var link: String
  package var entry: EventID?
  package var note: String?

  package init(_ link: String, entry: EventID? = nil, note: String? = nil) {
    self.link = link
    self.entry = entry
    self.note = note
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let plain = link.trimmed
    guard !plain.isEmpty else { throw .emptyText("The link") }
    if incident.links.contains(where: { $0.link == plain && $0.entry == entry }) {
      throw .alreadySo("that is linked there already")
    }
    return [incident.draft(EvidenceLinked(entry: entry, link: plain, note: note.said), at: facts.now)]
  }
}
