import Commands
package import EventLog
package import Incidents

/// What a line in the composer would record.
package struct ComposerIntent: Hashable, Sendable {
  /// Which of the incident's texts it is for.
  package enum Target: Hashable, Sendable {
    case entry(EntryKind)
    case impact, summary, report
    /// "jon replica lag 3m": a task for somebody.
    case task
    case poll, hypothesis
  }

  package var target: Target
  /// The words without the marks in front of them.
  package var text: String
  /// Where the line backdates; nil is now.
  package var time: GivenTime?
  /// A word in front that was meant for a time and is none ("25:99"): it stays in the text.
  package var notATime: String?
  /// Who is known by name, for tasks.
  package var people: [String]

  package init(
    target: Target = .entry(.note), text: String, time: GivenTime? = nil, notATime: String? = nil, people: [String] = []
  ) {
    self.target = target
    self.text = text
    self.time = time
    self.notATime = notATime
    self.people = people
  }

  /// The one word for what Enter will record.
  package var word: String {
    switch target {
    case .entry(let kind): kind.rawValue
    case .impact: "impact"
    case .summary: "summary"
    case .report: "CAN report"
    case .task: "task"
    case .poll: "poll"
    case .hypothesis: "hypothesis"
    }
  }

  /// The command for the incident; nil where there are no words yet.
  package var command: (any IncidentCommand)? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    switch target {
    case .entry(let kind): return Log(text, entry: kind, time: time)
    case .impact: return SetImpact(text)
    case .summary: return SetSummary(text)
    case .report: return SetReport(line: text)
    case .task: return task
    case .poll:
      let words = text.split(separator: " ")
      guard words.count > 1, let within = words.last.flatMap({ TimeText.span($0) }) else {
        return ProposeDecision(text)
      }
      return ProposeDecision(words.dropLast().joined(separator: " "), within: within)
    case .hypothesis: return AddHypothesis(text)
    }
  }

  private var task: Delegate? { try? DelegationLine.parse(text, people: people).get() }

  /// The live line under the composer: what Enter will record, and when it is said to have happened, with date and
  /// UTC where it is not now. What is surprising about that time is said in plain words.
  /// - Parameters:
  ///   - impactStart: since when users feel the incident; nil where nobody knows.
  ///   - hypotheses: those of the incident: a similar one that was ruled out is named.
  package func echo(
    now: Instant, offset: Span, impactStart: Instant? = nil, hypotheses: [Hypothesis] = []
  ) -> String {
    let doubt = notATime.map { "\($0) is no time (02:41 or -12m is one) and stays in the text. " } ?? ""
    guard command != nil else { return doubt + prompt(now: now, offset: offset) }
    switch target {
    case .entry:
      let moment = moment(now: now, offset: offset) + surprise(now: now, offset: offset, impactStart: impactStart)
      return doubt + "Enter records: \(word) \(moment)"
    case .task:
      guard let task else { return prompt(now: now, offset: offset) }
      let back = task.within.map { ", back by \(ClockWords.time(now + $0, offset: offset))" } ?? ", no time agreed"
      return "Enter gives \(task.person) a task\(back)"
    case .hypothesis:
      guard let old = hypotheses.ruledOut(like: text) else { return "Enter records: hypothesis, now" }
      return "Ruled out before: \(old.text)" + (old.evidence.map { " (\($0))" } ?? "")
    case .poll: return "Enter asks: any strong objections?"
    case .impact, .summary, .report:
      return "Enter sets: \(word), now" + (time == nil ? "" : " (a time in front counts for entries only)")
    }
  }

  private func prompt(now: Instant, offset: Span) -> String {
    switch target {
    case .report: "CAN report: condition | actions | needs"
    case .impact: "impact: what users feel, in one sentence"
    case .summary: "summary: two or three sentences for the post-mortem"
    case .task: "task: who, what, how long: jon replica lag 3m"
    case .poll: "poll: the decision that strong objections are heard to, and how long: 2m"
    case .hypothesis: "hypothesis: what could be the cause"
    case .entry(let kind):
      time == nil && kind == .note
        ? "a note; -12m or 02:41 backdates; @jon … 3m a task; /decision /action /can /impact /hypothesis /poll"
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
