package import EventLog
package import Incidents

/// What a line in the composer would record.
package struct ComposerIntent: Hashable, Sendable {
  /// Which of the incident's texts it is for.
  package enum Target: Hashable, Sendable {
    case entry(EntryKind)
    case impact, summary, report
  }

  package var target: Target
  /// The words without the marks in front of them.
  package var text: String
  /// Where the line backdates; nil is now.
  package var time: GivenTime?
  /// A word in front that was meant for a time and is none ("25:99"): it stays in the text.
  package var notATime: String?

  package init(target: Target = .entry(.note), text: String, time: GivenTime? = nil, notATime: String? = nil) {
    self.target = target
    self.text = text
    self.time = time
    self.notATime = notATime
  }

  /// The one word for what Enter will record.
  package var word: String {
    switch target {
    case .entry(let kind): kind.rawValue
    case .impact: "impact"
    case .summary: "summary"
    case .report: "CAN report"
    }
  }

  /// The command for the incident; nil where there are no words yet.
  package var command: (any IncidentCommand)? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    switch target {
    case .entry(let kind): return Log(text, entry: kind, time: time)
    case .impact: return SetImpact(text)
    case .summary: return SetSummary(text)
    case .report: return report
    }
  }

  /// "condition | actions | needs"; a part left empty stays as it was.
  private var report: SetReport {
    let parts = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map { part -> String? in
      let words = part.split(separator: " ").joined(separator: " ")
      return words.isEmpty ? nil : words
    }
    return SetReport(
      condition: parts[0], actions: parts.count > 1 ? parts[1] : nil, needs: parts.count > 2 ? parts[2] : nil)
  }

  /// The live line under the composer: what Enter will record, and when it is said to have happened, with date and
  /// UTC where it is not now. What is surprising about that time is said in plain words.
  /// - Parameter impactStart: since when users feel the incident; nil where nobody knows.
  package func echo(now: Instant, offset: Span, impactStart: Instant? = nil) -> String {
    let doubt = notATime.map { "\($0) is no time (02:41 or -12m is one) and stays in the text. " } ?? ""
    guard command != nil else { return doubt + prompt(now: now, offset: offset) }
    switch target {
    case .entry:
      let moment = moment(now: now, offset: offset) + surprise(now: now, offset: offset, impactStart: impactStart)
      return doubt + "Enter records: \(word) \(moment)"
    case .impact, .summary, .report:
      return "Enter sets: \(word), now" + (time == nil ? "" : " (a time in front counts for entries only)")
    }
  }

  private func prompt(now: Instant, offset: Span) -> String {
    switch target {
    case .report: "CAN report: condition | actions | needs"
    case .impact: "impact: what users feel, in one sentence"
    case .summary: "summary: two or three sentences for the post-mortem"
    case .entry(let kind):
      time == nil && kind == .note
        ? "a note; -12m or 02:41 backdates; /decision /action /observation /comms /impact /summary /can"
        : "\(kind.rawValue) \(moment(now: now, offset: offset)): write what happened"
    }
  }

  private func moment(now: Instant, offset: Span) -> String {
    guard let time else { return "at \(ClockWords.time(now, offset: offset)), now" }
    let local = ClockWords.full(time.at, offset: offset)
    let utc = offset == .zero ? " UTC" : ", \(utcText(time.at, offset: offset))"
    return "at \(local)\(utc), \(SpanWords.short(now - time.at)) ago"
  }

  /// ": more than a day back, before the impact began at 13:50"; nothing where the time is what one would think.
  private func surprise(now: Instant, offset: Span, impactStart: Instant?) -> String {
    guard let time else { return "" }
    var words: [String] = []
    if now - time.at > .days(1) { words.append("more than a day back") }
    if let impactStart, time.at < impactStart {
      words.append("before the impact began (\(ClockWords.near(impactStart, now: now, offset: offset)))")
    }
    return words.isEmpty ? "" : ": " + words.joined(separator: ", ")
  }

  private func utcText(_ instant: Instant, offset: Span) -> String {
    let local = CivilTime(instant, offset: offset)
    let utc = CivilTime(instant)
    return local.day == utc.day ? ClockWords.utc(instant) : ClockWords.full(instant) + "Z"
  }
}
