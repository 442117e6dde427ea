package import EventLog

/// Writes down a suspected cause.
package struct AddHypothesis: IncidentCommand {
  package var text: String

  package init(_ text: String) { self.text = text }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !text.trimmed.isEmpty else { throw .emptyText("The hypothesis") }
    let number = (incident.hypotheses.map(\.number).max() ?? 0) + 1
    return [incident.draft(HypothesisAdded(number: number, text: text.trimmed), at: facts.now)]
  }

  /// What whoever adds it should know: a similar one was ruled out already.
  package func caution(on incident: Incident) -> String? {
    incident.hypotheses.ruledOut(like: text).map { old in
      "like hypothesis \(old.number), ruled out by \(old.settledBy ?? "somebody")"
        + (old.evidence.map { ": \($0)" } ?? "")
    }
  }
}

/// Settles a suspected cause by evidence; one that was settled may be settled otherwise.
package struct SettleHypothesis: IncidentCommand {
  package var hypothesis: EventID
  package var isConfirmed: Bool
  package var evidence: String?

  package init(_ hypothesis: EventID, isConfirmed: Bool, evidence: String? = nil) {
    self.hypothesis = hypothesis
    self.isConfirmed = isConfirmed
    self.evidence = evidence
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard let old = incident.hypotheses.first(where: { $0.id == hypothesis }) else {
      throw .noSuchPart("hypothesis", hypothesis.description)
    }
    let state: Hypothesis.State = isConfirmed ? .confirmed : .ruledOut
    if old.state == state {
      throw .alreadySo("hypothesis \(old.number) is \(isConfirmed ? "confirmed" : "ruled out") already")
    }
    if isConfirmed {
      return [
        incident.draft(
          HypothesisConfirmed(hypothesis: old.id, number: old.number, what: old.text, evidence: evidence.said),
          at: facts.now)
      ]
    }
    guard let evidence = evidence.said else { throw .reasonNeeded("Ruling a hypothesis out") }
    return [
      incident.draft(
        HypothesisRuledOut(hypothesis: old.id, number: old.number, what: old.text, evidence: evidence), at: facts.now)
    ]
  }
}
