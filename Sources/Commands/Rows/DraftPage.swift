package import Comms
package import EventLog
package import Incidents
import Review

/// Everything that a message about an incident is written from, at one moment: drafts and what speaks against them
/// follow from it without asking again.
package struct DraftPage: Hashable, Sendable {
  package var id: StreamID
  package var material: DraftMaterial
  package var policy: CommsPolicy
  /// By which ways a message leaves by itself; none for an audience that a person has to tell.
  package var ways: [Audience: [MessageWay]]
  /// Names that a message to people outside must not hold.
  package var people: [String]
  package var clocks: [CommsRow.Clock]
  /// Who writes for whom by now.
  package var claims: [DraftClaim]
  /// Whether the one who looks may approve without having the command.
  package var mayApprove: Bool

  package init(
    id: StreamID, material: DraftMaterial, policy: CommsPolicy, ways: [Audience: [MessageWay]], people: [String],
    clocks: [CommsRow.Clock], claims: [DraftClaim], mayApprove: Bool
  ) {
    self.id = id
    self.material = material
    self.policy = policy
    self.ways = ways
    self.people = people
    self.clocks = clocks
    self.claims = claims
    self.mayApprove = mayApprove
  }

  package var incident: Incident { material.incident }

  /// Whom a message may be written to: those whom the severity concerns first, then the others.
  package var audiences: [Audience] {
    let allowed = Audience.allCases.filter { !incident.isDrill || !$0.isOutside }
    let concerned = (policy.audiences[incident.severity] ?? []).filter { allowed.contains($0) }
    return concerned + allowed.filter { !concerned.contains($0) }
  }

  /// The names of the ways that only a person can take.
  package func byHand(_ audience: Audience) -> [String] {
    let taken = (ways[audience] ?? []).map(\.channel)
    return (policy.channels[audience] ?? []).filter { !taken.contains($0) }
  }

  /// The message to an audience with what its writer said.
  /// - Parameters:
  ///   - moment: nil for the occasion that there is.
  ///   - template: nil for the team's own, or the one that ships.
  /// - Throws: where nothing goes to that audience, or the template cannot be read.
  package func draft(
    for audience: Audience, sentence: String? = nil, moment: MessageMoment? = nil, template: String? = nil,
    at now: Instant
  ) throws(CommsRefusal) -> MessageDraft {
    var material = material
    material.now = now
    if let sentence { material.sentence = sentence }
    return try MessageDraft.make(
      material, for: audience, moment: moment, template: template ?? policy.templates[audience])
  }

  /// The text for an audience that somebody approved and nobody has sent yet.
  package func approved(for audience: Audience) -> MessageApproval? {
    guard let approval = incident.approvals.first(where: { $0.audience == audience }),
      approval.at > incident.lastTold(audience)?.recordedAt ?? Instant(milliseconds: .min)
    else { return nil }
    return approval
  }

  /// What speaks against a draft.
  package func findings(in draft: MessageDraft) -> [MessageFinding] {
    // A title that a template puts into the text stands there already.
    let whole = draft.text.contains(draft.title) ? draft.text : draft.text + "\n" + draft.title
    return findings(
      in: whole, for: draft.audience, moment: draft.moment, promisesNext: draft.nextUpdateAt != nil)
  }

  /// What speaks against a text.
  package func findings(
    in text: String, for audience: Audience, moment: MessageMoment, promisesNext: Bool
  ) -> [MessageFinding] {
    let check = CommsCheck(
      audience: audience, isCauseKnown: incident.hypotheses.contains { $0.state == .confirmed }, moment: moment,
      promisesNext: promisesNext, internalNames: policy.internalNames, customerNames: policy.customerNames)
    return check.findings(in: text, blame: blame(in: text, for: audience))
  }

  /// What the rules of the post-mortem say of people in a message. Those inside may be named to each other.
  private func blame(in text: String, for audience: Audience) -> [MessageFinding] {
    var rules: Set<CheckRule> = [
      .humanError, .omission, .character, .attribution, .whoAndWhy, .mistake, .counterfactual,
    ]
    if audience.isOutside { rules.insert(.name) }
    return PostMortemCheck(names: people).report(on: text).findings
      .filter { rules.contains($0.rule) && $0.level > .information }
      .map {
        MessageFinding(
          .blame, line: $0.line, column: $0.column, words: $0.words, why: $0.why, suggestion: $0.suggestion)
      }
  }

  /// What records the draft as sent by every way that takes it by itself; nil where there is none.
  package func sending(_ draft: MessageDraft, at now: Instant) -> SendMessage? {
    guard let ways = ways[draft.audience], !ways.isEmpty else { return nil }
    return SendMessage(draft, by: ways, incident: id, now: now)
  }
}
