import EventLog

extension IncidentFold {
  /// Somebody was told something; what happened earlier than the last message is no news.
  static func told(_ body: TimelineNoted, _ event: Event, _ incident: inout Incident) {
    let audience = body.message?.audience ?? .team
    let before = MessageRecord.Heard(
      told: incident.lastTold(audience), lastUpdateAt: incident.lastUpdateAt,
      promisedUpdateAt: incident.promisedUpdateAt, firstPublicUpdateAt: incident.firstPublicUpdateAt)
    if audience == .team, event.happenedAt >= incident.lastUpdateAt ?? event.happenedAt {
      incident.lastUpdateAt = event.happenedAt
      incident.promisedUpdateAt = body.nextUpdateAt
    }
    if audience == .everyone {
      incident.firstPublicUpdateAt = min(incident.firstPublicUpdateAt ?? event.happenedAt, event.happenedAt)
    }
    let message = Told(
      audience: audience, at: event.happenedAt, recordedAt: event.recordedAt,
      recordedBy: event.actor.person, person: event.actor.person,
      state: body.message?.state, nextUpdateAt: body.nextUpdateAt)
    if let ways = body.message?.ways, !ways.isEmpty {
      began(sending: message, ways: ways, before: before, event, &incident)
    }
    guard let place = incident.told.firstIndex(where: { $0.audience == audience }) else {
      incident.told.append(message)
      return
    }
    let known = incident.told[place]
    if message.at >= known.at { incident.told[place] = message }
    if known.recordedAt > message.recordedAt {
      (incident.told[place].recordedAt, incident.told[place].recordedBy) = (known.recordedAt, known.recordedBy)
    } else {
      (incident.told[place].recordedAt, incident.told[place].recordedBy) = (message.recordedAt, message.recordedBy)
    }
  }

  static func approved(_ event: Event, _ incident: inout Incident) {
    guard let body = event.decoded(MessageApproved.self) else { return }
    incident.approvals.removeAll { $0.audience == body.audience }
    incident.approvals.append(
      MessageApproval(audience: body.audience, text: body.text, person: event.actor.person, at: event.happenedAt))
  }

  static func longText(_ body: LongIncidentSet) -> String {
    let words =
      body.isLong
      ? "A long incident from now on: each message names its next time, 4h away at most"
      : "Updates follow the regular pace again"
    return words + reason(body.reason)
  }

  /// "lea: rolled back (slack export)" where it was taken over, "To the public by statuspage: …" where it was sent.
  static func notedText(_ body: TimelineNoted) -> String {
    var text = (body.saidBy.map { "\($0): " } ?? "") + body.text + (body.importedFrom.map { " (\($0))" } ?? "")
    guard let message = body.message else { return text }
    text = "To \(message.audience.words) by \(message.channel): " + text
    if message.moment == .correction { text = "Correction. " + text }
    if let person = message.approvedBy { text += " (approved by \(person))" }
    if message.audience.wantsApproval, message.approvedBy == nil {
      text += " (not approved" + reason(body.unapproved) + ")"
    }
    return text
  }
}
