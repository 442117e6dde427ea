package import EventLog
package import Incidents

/// A message as it could go out now.
package struct MessageDraft: Hashable, Sendable {
  package var label: String
  package var severity: Severity
  package var isDrill: Bool
  package var audience: Audience
  package var moment: MessageMoment
  package var state: UpdateState
  /// What it calls the incident.
  package var title: String
  package var text: String
  /// The one sentence in it that nobody but the writer can know.
  package var sentence: String
  /// When it promises the next one; nil for a last one, or where nothing asks for another.
  package var nextUpdateAt: Instant?
  /// What nothing says yet: it stands in the text as "{{impact}}".
  package var missing: [String]
  /// What the audience heard before; nil where this is the first.
  package var last: SentText?

  /// What is said anew and what no longer, line by line; none for a first message.
  package var difference: [TextChange] { last.map { TextChange.between($0.text, text) } ?? [] }

  /// Takes a text that was written already: its first line of some length is then what a short message says.
  package mutating func say(_ whole: String) {
    text = whole
    let lines = whole.split(separator: "\n").map(String.init)
    sentence = lines.first { $0.count > 20 } ?? lines.first ?? ""
    missing = MessageGaps.names(in: whole)
  }

  /// "14:30", and with the day where that is another than today's.
  static func time(_ instant: Instant, now: Instant) -> String {
    let civil = CivilTime(instant)
    return (civil.dateWords == CivilTime(now).dateWords ? "" : "\(civil.dayWords) ") + civil.timeWords
  }
}
