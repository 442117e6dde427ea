package import EventLog

/// Records a message that has gone out, or goes out by letters: to whom, by what way, who approved it, and when the next one was promised.
package struct SendMessage: IncidentCommand {
  package var text: String
  package var audience: Audience
  package var channel: String
  /// What the message calls the incident; nil where it does not name it.
  package var title: String?
  /// Nil for what follows from the incident.
  package var moment: MessageMoment?
  package var state: UpdateState?
  package var time: GivenTime?
  package var nextUpdateAt: Instant?
  /// When the writer last saw what had gone out; nil where nobody opened a draft.
  package var draftOpenedAt: Instant?
  /// Why it went out without the approval that it wanted.
  package var unapproved: String?
  /// What takes it there, to be posted in the transaction that records it; none where a person carried it.
  package var letters: [Letter] = []
  /// Whether the actor may approve without having the command.
  package var mayApprove = false

  package init(
    _ text: String, to audience: Audience, by channel: String, title: String? = nil, moment: MessageMoment? = nil,
    state: UpdateState? = nil, time: GivenTime? = nil, nextUpdateAt: Instant? = nil, unapproved: String? = nil
  ) {
    self.text = text
    self.audience = audience
    self.channel = channel
    self.title = title
    self.moment = moment
    self.state = state
    self.time = time
    self.nextUpdateAt = nextUpdateAt
    self.unapproved = unapproved
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !text.trimmed.isEmpty else { throw .emptyText("The message") }
    guard !channel.trimmed.isEmpty else { throw .emptyText("The channel") }
    let gaps = MessageGaps.names(in: (title ?? "") + text)
    guard gaps.isEmpty else { throw .gapsInMessage(gaps) }
    guard !incident.isDrill || !audience.isOutside else { throw .drillStaysInside(audience) }
    if let draftOpenedAt, let told = incident.lastTold(audience), told.recordedAt > draftOpenedAt {
      throw .anotherWentOut(audience, by: told.recordedBy, at: told.recordedAt)
    }
    let time = try (self.time ?? GivenTime(facts.now)).checked(against: facts.now)
    if let next = nextUpdateAt, let clock = audience.clock {
      try incident.checkPromise(of: next, from: time.at, on: clock, facts: facts)
    }
    let message = SentMessage(
      audience: audience, channel: channel.trimmed, moment: moment ?? incident.moment(for: audience),
      state: state ?? incident.updateState, approvedBy: try approver(on: incident, facts.actor),
      ways: letters.isEmpty ? nil : letters.map(\.channel))
    let body = TimelineNoted(
      text: text, entry: .comms, nextUpdateAt: nextUpdateAt, message: message, title: title,
      unapproved: message.approvedBy == nil ? unapproved : nil)
    return [incident.draft(body, at: time.at, precision: time.precision, zone: time.zone)]
  }

  /// Whose word stands for it; nil where it wants none, or went out without.
  private func approver(on incident: Incident, _ actor: Actor) throws(IncidentRefusal) -> String? {
    guard audience.wantsApproval else { return nil }
    if mayApprove || incident.isCommand(of: actor) { return actor.person }
    if let approval = incident.approval(of: text, for: audience) { return approval.person }
    // What is out already can only be put on record; what is not waits for the word.
    guard letters.isEmpty, unapproved?.trimmed.isEmpty == false else {
      throw .approvalNeeded(audience, commander: incident.commander)
    }
    return nil
  }
}

/// Approves a text for an audience before anybody sends it.
package struct ApproveMessage: IncidentCommand {
  package var text: String
  package var audience: Audience
  /// Whether the actor may approve without having the command.
  package var mayApprove = false

  package init(_ text: String, for audience: Audience) {
    self.text = text
    self.audience = audience
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard !text.trimmed.isEmpty else { throw .emptyText("The message") }
    let gaps = MessageGaps.names(in: text)
    guard gaps.isEmpty else { throw .gapsInMessage(gaps) }
    guard !incident.isDrill || !audience.isOutside else { throw .drillStaysInside(audience) }
    guard mayApprove || incident.isCommand(of: facts.actor) else {
      throw .commandersWord("Approving what \(audience.words) reads", commander: incident.commander)
    }
    if incident.approval(of: text, for: audience)?.person == facts.actor.person { return [] }
    return [incident.draft(MessageApproved(audience: audience, text: text), at: facts.now)]
  }
}

extension Incident {
  /// Whether somebody has the command, and it is certain that it is they.
  func isCommand(of actor: Actor) -> Bool { commander == actor.person && actor.assurance == .verified }
}
