package import EventLog

/// What became of one letter of a message, put on record once; performed by whatever delivers it.
package struct RecordMessage: IncidentCommand {
  /// The entry that holds the message.
  package var message: EventID
  /// Which of its letters, counted from 0.
  package var way: Int
  package var result: RecordPage.Result
  /// Counted from 1 for each letter.
  package var attempt: Int

  package init(message: EventID, way: Int, result: RecordPage.Result, attempt: Int = 1) {
    self.message = message
    self.way = way
    self.result = result
    self.attempt = attempt
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    guard let record = incident.messages.first(where: { $0.id == message }), record.ways.indices.contains(way) else {
      return []
    }
    let (audience, channel, known) = (record.told.audience, record.ways[way].channel, record.ways[way].result)
    let occasion = "\(incident.id)|message|\(message)|\(way)|"
    switch result {
    case .sent(let receipt):
      guard known != .sent else { return [] }
      return [
        incident.draft(
          MessageDelivered(message: message, audience: audience, channel: channel, way: way, receipt: receipt),
          at: facts.now, occasion: occasion + "sent")
      ]
    case .failed(let because, let isFinal):
      return [
        incident.draft(
          MessageFailed(
            message: message, audience: audience, channel: channel, way: way, because: because, isFinal: isFinal),
          // That it is tried again is said once, however often it is.
          at: facts.now, occasion: occasion + (isFinal ? "failed|\(attempt)" : "trying"))
      ]
    case .unknown(let because, let isRepeated):
      return [
        incident.draft(
          MessageLeftUnknown(
            message: message, audience: audience, channel: channel, way: way, because: because, isRepeated: isRepeated),
          at: facts.now, occasion: occasion + "unknown|\(attempt)")
      ]
    }
  }
}
