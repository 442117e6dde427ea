package import EventLog

/// Offers a role to somebody; it stays where it is until they accept.
package struct OfferRole: IncidentCommand {
  package var role: Role
  package var person: String

  package init(_ role: Role, to person: String) {
    self.role = role
    self.person = person
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let name = person.trimmed
    guard !name.isEmpty else { throw .emptyText("The name of who is asked") }
    guard incident.status != .closed else {
      throw .wrongStatus(
        verb: "hand a role over", status: .closed, allowed: [.triggered, .acknowledged, .mitigated, .resolved])
    }
    if incident.holder(of: role) == name { throw .alreadySo("\(name) is \(role.rawValue) already") }
    if incident.offers.contains(where: { $0.role == role && $0.person == name }) {
      throw .alreadySo("\(name) has been asked already")
    }
    return [
      incident.draft(
        RoleOffered(
          role: role, person: name, holder: incident.holder(of: role), dueAt: facts.now + facts.clocks.handover),
        at: facts.now)
    ]
  }
}

/// Says yes to a role that was offered to the one who acts.
package struct AcceptRole: IncidentCommand {
  /// Nil for whatever was offered, the command first.
  package var role: Role?

  package init(_ role: Role? = nil) { self.role = role }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let offer = try incident.offer(of: role, to: facts.actor.person)
    return [incident.draft(RoleAssigned(role: offer.role, person: offer.person, isAccepted: true), at: facts.now)]
  }
}

/// Says no to a role that was offered, or takes the own offer back.
package struct DeclineRole: IncidentCommand {
  package var role: Role?
  package var reason: String?

  package init(_ role: Role? = nil, reason: String? = nil) {
    self.role = role
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let own = incident.offers.last {
      (role == nil || $0.role == role) && [$0.offeredBy, $0.holder].contains(facts.actor.person)
    }
    let offer: RoleOffer
    if let own { offer = own } else { offer = try incident.offer(of: role, to: facts.actor.person) }
    return [
      incident.draft(RoleDeclined(role: offer.role, person: offer.person, reason: reason.said), at: facts.now)
    ]
  }
}

extension Incident {
  /// What is offered to somebody, the command first.
  package func offer(to person: String) -> RoleOffer? {
    let own = offers.filter { $0.person == person }
    return own.first { $0.role == .commander } ?? own.first
  }

  fileprivate func offer(of role: Role?, to person: String) throws(IncidentRefusal) -> RoleOffer {
    let found = role.map { role in offers.first { $0.role == role && $0.person == person } } ?? offer(to: person)
    guard let found else { throw .alreadySo("nothing is offered to \(person) here") }
    return found
  }
}
