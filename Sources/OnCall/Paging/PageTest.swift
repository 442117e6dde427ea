package import EventLog

/// A page that wakes somebody for nothing but to see whether it comes: to one person, on one way.
package struct PageTest: Hashable, Sendable {
  /// The stream that remembers what was tried out.
  package static let stream = StreamID("log", "outbox")
  private static let mark = "page-test"

  package var person: String
  package var channel: String
  /// What only the letter says: whoever can type it has read the letter.
  package var code: String

  package init(person: String, channel: String, code: String) {
    self.person = person
    self.channel = channel
    self.code = code
  }

  /// The test that a letter of this key is; nil for any other letter.
  package init?(key: String) {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == Self.mark else { return nil }
    self.init(person: String(parts[1]), channel: String(parts[3]), code: String(parts[2]))
  }

  package var key: String { "\(Self.mark)/\(person)/\(code)/\(channel)" }

  /// The letter as it leaves. It looks and rings like a page, and says in every line that it is none.
  package func letter(by way: PageWay, askedBy actor: String, isDrill: Bool) -> Letter {
    let title = "TEST page for \(person), code \(code)"
    return Letter(
      key: key, channel: channel, recipient: way.recipient,
      content: LetterContent(
        title: title,
        text: "\(title)\nThis is a test: nothing has happened. \(actor) tries out whether pages come to \(person).\n"
          + "This test's code is \(code).",
        short: "TEST page, nothing has happened. Code \(code).", action: .trigger, urgency: .critical,
        subject: "sitrep/\(key)", details: ["person": person, "code": code]),
      isDrill: isDrill, isRepeatable: way.isRepeatable)
  }
}
