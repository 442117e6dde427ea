import EventLog

extension IncidentFold {
  /// How many messages with letters a state remembers; those before them are in the log.
  private static let mostMessages = 50

  /// A message leaves by letters: what counted before it is kept, as it may reach nobody.
  static func began(
    sending message: Told, ways: [String], before: MessageRecord.Heard, _ event: Event, _ incident: inout Incident
  ) {
    incident.messages.append(
      MessageRecord(
        id: event.id, told: message, ways: ways.map { MessageRecord.Way(channel: $0, result: .waiting) },
        before: before))
    if incident.messages.count > mostMessages { incident.messages.removeFirst() }
  }

  /// What became of the letters of messages.
  /// - Returns: false for a kind that is none of these.
  static func applySending(_ event: Event, to incident: inout Incident) -> Bool {
    switch event.kind {
    case MessageDelivered.kind:
      guard let body = event.decoded(MessageDelivered.self),
        let place = place(of: body.message, body.way, incident)
      else { break }
      let wasUnheard = incident.messages[place].isUnheard
      note(.sent, nil, at: event.happenedAt, place, body.way, &incident)
      if wasUnheard { heardLate(incident.messages[place], at: event.happenedAt, &incident) }
    case MessageFailed.kind:
      guard let body = event.decoded(MessageFailed.self), let place = place(of: body.message, body.way, incident),
        incident.messages[place].ways[body.way].result != .sent
      else { break }
      note(body.isFinal ? .failed : .waiting, body.because, at: event.happenedAt, place, body.way, &incident)
      if incident.messages[place].isUnheard { unheard(incident.messages[place], &incident) }
    case MessageLeftUnknown.kind:
      guard let body = event.decoded(MessageLeftUnknown.self), let place = place(of: body.message, body.way, incident),
        incident.messages[place].ways[body.way].result != .sent
      else { break }
      note(.unknown, body.because, at: event.happenedAt, place, body.way, &incident)
    default: return false
    }
    return true
  }

  private static func place(of message: EventID, _ way: Int, _ incident: Incident) -> Int? {
    incident.messages.firstIndex { $0.id == message && $0.ways.indices.contains(way) }
  }

  private static func note(
    _ result: MessageRecord.Result, _ because: String?, at instant: Instant, _ place: Int, _ way: Int,
    _ incident: inout Incident
  ) {
    incident.messages[place].ways[way].result = result
    incident.messages[place].ways[way].at = instant
    incident.messages[place].ways[way].because = because
  }

  /// Nobody read it: what was said before counts again, unless something newer was said.
  private static func unheard(_ record: MessageRecord, _ incident: inout Incident) {
    let audience = record.told.audience
    guard let place = incident.told.firstIndex(where: { $0.audience == audience }),
      incident.told[place].at == record.told.at
    else { return }
    let known = incident.told[place]
    if var earlier = record.before.told {
      // Whoever drafts must still learn that somebody tried meanwhile.
      (earlier.recordedAt, earlier.recordedBy) = (known.recordedAt, known.recordedBy)
      incident.told[place] = earlier
    } else {
      incident.told.remove(at: place)
    }
    if audience == .team, incident.lastUpdateAt == record.told.at {
      incident.lastUpdateAt = record.before.lastUpdateAt
      incident.promisedUpdateAt = record.before.promisedUpdateAt
    }
    if audience == .everyone, incident.firstPublicUpdateAt == record.told.at {
      incident.firstPublicUpdateAt = record.before.firstPublicUpdateAt
    }
  }

  /// It was sent again and arrived after all: people know it since then.
  private static func heardLate(_ record: MessageRecord, at instant: Instant, _ incident: inout Incident) {
    var message = record.told
    message.at = instant
    if message.audience == .team, instant >= incident.lastUpdateAt ?? instant {
      incident.lastUpdateAt = instant
      incident.promisedUpdateAt = message.nextUpdateAt
    }
    if message.audience == .everyone {
      incident.firstPublicUpdateAt = min(incident.firstPublicUpdateAt ?? instant, instant)
    }
    guard let place = incident.told.firstIndex(where: { $0.audience == message.audience }) else {
      return incident.told.append(message)
    }
    guard incident.told[place].at <= instant else { return }
    message.recordedAt = max(message.recordedAt, incident.told[place].recordedAt)
    incident.told[place] = message
  }

  /// What the timeline says of letters; nil for a kind that is none of these.
  static func sendingText(_ event: Event) -> String? {
    switch event.kind {
    case MessageDelivered.kind:
      event.decoded(MessageDelivered.self).map {
        "Message to \($0.audience.words) went out by \($0.channel)" + reason($0.receipt)
      }
    case MessageFailed.kind:
      event.decoded(MessageFailed.self).map { body in
        "Message to \(body.audience.words) by \(body.channel) "
          + (body.isFinal ? "failed, nobody read it there" : "did not get through, trying again") + reason(body.because)
      }
    case MessageLeftUnknown.kind:
      event.decoded(MessageLeftUnknown.self).map { body in
        "Whether the message to \(body.audience.words) went out by \(body.channel) is not known"
          + (body.isRepeated ? ", and it is sent again under the same key" : "") + reason(body.because)
      }
    default: nil
    }
  }
}
