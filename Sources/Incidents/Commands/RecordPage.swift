package import EventLog

/// What became of a page on one channel, put on record once; performed by whatever delivers it.
package struct RecordPage: IncidentCommand {
  /// How an attempt ended.
  package enum Result: Hashable, Sendable {
    /// The channel took it; with what it gave for it.
    case sent(receipt: String?)
    /// It did not, and why; whether another attempt follows.
    case failed(because: String, isFinal: Bool)
    /// Nobody knows; whether it is sent again under the same key.
    case unknown(because: String, isRepeated: Bool)
  }

  package var key: String
  package var person: String
  package var channel: String
  package var result: Result
  /// Counted from 1 on its channel.
  package var attempt: Int

  package init(key: String, person: String, channel: String, result: Result, attempt: Int = 1) {
    self.key = key
    self.person = person
    self.channel = channel
    self.result = result
    self.attempt = attempt
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let page = incident.pages.first { $0.key == key }
    switch result {
    case .sent(let receipt):
      // Told again by a channel that had said so already.
      guard page?.sentBy.contains(channel) != true else { return [] }
      return [
        incident.draft(
          PageSent(key: key, person: person, channel: channel, receipt: receipt), at: facts.now,
          occasion: "\(incident.id)|page_sent|\(key)|\(channel)")
      ]
    case .failed(let because, let isFinal):
      return [
        incident.draft(
          PageFailed(key: key, person: person, channel: channel, because: because, isFinal: isFinal), at: facts.now,
          // An attempt that did not get through may be the one after which it is given up.
          occasion: "\(incident.id)|page_failed|\(key)|\(channel)|\(attempt)" + (isFinal ? "|final" : ""))
      ]
    case .unknown(let because, let isRepeated):
      return [
        incident.draft(
          PageLeftUnknown(key: key, person: person, channel: channel, because: because, isRepeated: isRepeated),
          at: facts.now, occasion: "\(incident.id)|page_left_unknown|\(key)|\(channel)|\(attempt)")
      ]
    }
  }
}
