import EventLog

/// Somebody tries out whether pages come to a person: a letter of its own on each of the person's ways.
package struct PageTestAsked: EventPayload {
  package static let kind = "page.test_asked"

  package var person: String
  package var channels: [String]

  package init(person: String, channels: [String]) {
    self.person = person
    self.channels = channels
  }
}

/// What became of such a letter. That a channel took it does not say that anybody saw it.
package struct PageTestEnded: EventPayload {
  package static let kind = "page.test_ended"

  /// How an attempt ended.
  package enum Result: String, Sendable, Codable, CaseIterable { case sent, failed, unknown }

  package var person: String
  package var channel: String
  package var result: Result
  /// The channel's answer, or why it failed.
  package var words: String?

  package init(person: String, channel: String, result: Result, words: String?) {
    self.person = person
    self.channel = channel
    self.result = result
    self.words = words
  }
}

/// Somebody typed the code that only this letter held: it arrived, and was read.
package struct PageTestConfirmed: EventPayload {
  package static let kind = "page.test_confirmed"

  package var person: String
  package var channel: String

  package init(person: String, channel: String) {
    self.person = person
    self.channel = channel
  }
}
