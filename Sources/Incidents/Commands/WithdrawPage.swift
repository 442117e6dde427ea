package import EventLog

/// Puts on record that a page is not sent any more on one channel; performed by whatever took its letter back.
package struct WithdrawPage: IncidentCommand {
  package var key: String
  package var person: String
  package var channel: String
  package var because: String

  package init(key: String, person: String, channel: String, because: String) {
    self.key = key
    self.person = person
    self.channel = channel
    self.because = because
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    [
      incident.draft(
        PageWithdrawn(key: key, person: person, channel: channel, because: because), at: facts.now,
        occasion: "\(incident.id)|page_withdrawn|\(key)|\(channel)")
    ]
  }
}
