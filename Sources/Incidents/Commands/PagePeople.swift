package import EventLog

/// Somebody asks for people to be woken, now and by name. It escalates to nobody else, and no clock and no silence
/// holds it back: a person wanted it.
package struct PagePeople: IncidentCommand {
  package static let most = 20

  package var people: [String]
  package var reason: String?

  package init(_ people: [String], reason: String? = nil) {
    self.people = people
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard incident.status != .closed else {
      throw .wrongStatus(
        verb: "page anybody about it", status: .closed, allowed: [.triggered, .acknowledged, .mitigated, .resolved])
    }
    var names: [String] = []
    for name in people.map(\.trimmed) where !name.isEmpty && !names.contains(name) { names.append(name) }
    guard !names.isEmpty else { throw .emptyText("The name") }
    guard names.count <= Self.most else { throw .tooMany("people", limit: Self.most) }
    let why = reason?.trimmed ?? ""
    return names.map { name in
      let key = "hand.\(facts.now.milliseconds)"
      return incident.draft(
        PageIntended(
          key: "\(incident.id.key)/\(key)/\(name)", person: name,
          because: "\(facts.actor.person) asks" + (why.isEmpty ? "" : ": \(why)")),
        at: facts.now, occasion: "\(incident.id)|page|\(key)|\(name)")
    }
  }
}
