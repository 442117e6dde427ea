package import EventLog

/// Puts a decision to everybody and waits for strong objections.
package struct ProposeDecision: IncidentCommand {
  package var text: String
  /// What is known now.
  package var knew: String?
  package var options: [String]
  /// How long objections are waited for; nil for as long as the policy says.
  package var within: Span?

  package init(_ text: String, knew: String? = nil, options: [String] = [], within: Span? = nil) {
    self.text = text
    self.knew = knew
    self.options = options
    self.within = within
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !text.trimmed.isEmpty else { throw .emptyText("The decision") }
    guard incident.status != .closed else {
      throw .wrongStatus(
        verb: "put a decision", status: .closed, allowed: [.triggered, .acknowledged, .mitigated, .resolved])
    }
    return [
      incident.draft(
        DecisionProposed(
          number: (incident.decisions.map(\.number).max() ?? 0) + 1, text: text.trimmed, knew: knew.said,
          options: options.map(\.trimmed).filter { !$0.isEmpty }, dueAt: facts.now + (within ?? facts.clocks.objections)
        ),
        at: facts.now)
    ]
  }
}

/// Objects strongly, as what the person does in the incident.
package struct Object: IncidentCommand {
  package var decision: EventID
  package var text: String
  /// Nil for the role that the person holds.
  package var role: Role?

  package init(to decision: EventID, _ text: String, role: Role? = nil) {
    self.decision = decision
    self.text = text
    self.role = role
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let decision = try incident.openDecision(decision)
    guard !text.trimmed.isEmpty else { throw .emptyText("The objection") }
    let held = incident.roles.last { $0.person == facts.actor.person && $0.to == nil }?.role
    return [
      incident.draft(
        DecisionObjected(decision: decision.id, number: decision.number, role: role ?? held, text: text.trimmed),
        at: facts.now)
    ]
  }
}

/// Ends the poll: the decision stands, or it is dropped. Against an objection it stands only with a word of reason.
package struct SettleDecision: IncidentCommand {
  package var decision: EventID
  package var isMade: Bool
  package var note: String?

  package init(_ decision: EventID, isMade: Bool, note: String? = nil) {
    self.decision = decision
    self.isMade = isMade
    self.note = note
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let decision = try incident.openDecision(decision)
    if isMade, !decision.objections.isEmpty, note.said == nil {
      throw .reasonNeeded("Deciding against an objection")
    }
    return [
      incident.draft(
        DecisionSettled(
          decision: decision.id, number: decision.number, isMade: isMade, what: decision.text,
          objections: decision.objections.count, note: note.said),
        at: facts.now)
    ]
  }
}

extension Incident {
  fileprivate func openDecision(_ id: EventID) throws(IncidentRefusal) -> Decision {
    guard let decision = decisions.first(where: { $0.id == id }) else {
      throw .noSuchPart("decision", id.description)
    }
    guard decision.state == .proposed else {
      throw .alreadySo("decision \(decision.number) is \(decision.state.rawValue) already")
    }
    return decision
  }
}
