package import EventLog
package import Incidents

/// What people said elsewhere, read from a copy of it: a Slack export, or lines pasted from a chat.
package struct ChatTranscript: Hashable, Sendable {
  /// In the order of the text.
  package var lines: [ImportedLine]
  /// What was read ("slack export", "chat"), for the record.
  package var source: String
  /// Lines that are no part of anybody's words.
  package var skipped: Int

  package init(lines: [ImportedLine], source: String, skipped: Int = 0) {
    self.lines = lines
    self.source = source
    self.skipped = skipped
  }

  /// "1 line", "14 lines".
  package var countWords: String { "\(lines.count) line\(lines.count == 1 ? "" : "s")" }

  /// Reads a text of any of the known forms.
  /// - Parameters:
  ///   - now: a time of day without a date is the most recent one before it.
  ///   - offset: how far the wall clock of the writers is ahead of UTC.
  /// - Returns: the trouble where nothing in it is somebody's words at a time.
  package static func parse(_ text: String, now: Instant, offset: Span = .zero) -> Result<ChatTranscript, Trouble> {
    let found = SlackExport.parse(text) ?? ChatLines(now: now, offset: offset).parse(text)
    guard !found.lines.isEmpty else {
      return .failure(
        Trouble(
          .badInput,
          "No line in it says who said what and when: a Slack export, or lines like \"[14:02] lea: rolled back\"."))
    }
    return .success(found)
  }
}
