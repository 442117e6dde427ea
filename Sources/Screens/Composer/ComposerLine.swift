import Commands
package import EventLog
import Incidents

/// The grammar of the composer's line: plain text is a note, a known "/word" says what else it is, and a time in front
/// ("-12m", "-2h", "02:41") says when it happened. A blank in front keeps everything as text.
package enum ComposerLine {
  /// - Parameters:
  ///   - now: what a length of time counts back from.
  ///   - offset: how far the displayed zone is ahead of UTC; times of day are read in it.
  package static func parse(
    _ line: String, now: Instant, offset: Span = .zero, people: [String] = []
  ) -> ComposerIntent {
    if line.first == " " { return ComposerIntent(text: String(line.drop { $0 == " " })) }
    var rest = line[...]
    var time: GivenTime?
    var target: ComposerIntent.Target?
    while let (word, after) = firstWord(of: rest) {
      if time == nil, let given = TimePrefix.read(word, now: now, offset: offset) {
        time = given
      } else if target == nil, let known = self.target(word) {
        target = known
      } else {
        break
      }
      rest = after
    }
    if target == nil, time == nil, isTask(rest) { target = .task }
    let next = time == nil ? firstWord(of: rest)?.word : nil
    return ComposerIntent(
      target: target ?? .entry(.note), text: String(rest), time: time,
      notATime: next.flatMap { TimePrefix.isMeant(by: $0) ? String($0) : nil }, people: people)
  }

  /// "@jon check lag 3m": a name, a task and a length of time at the end. Without that it is plain text.
  private static func isTask(_ text: Substring) -> Bool {
    guard text.first == "@", text.dropFirst().first.map({ $0 != " " }) ?? false else { return false }
    return (try? DelegationLine.parse(String(text), needsTime: true).get()) != nil
  }

  private static func firstWord(of text: Substring) -> (word: Substring, rest: Substring)? {
    let word = text.prefix { $0 != " " }
    guard !word.isEmpty else { return nil }
    return (word, text[word.endIndex...].drop { $0 == " " })
  }

  /// Nil for a "/word" that is none of ours: "/var/lib full" is plain text.
  private static func target(_ word: Substring) -> ComposerIntent.Target? {
    switch word {
    case "/note": .entry(.note)
    case "/decision": .entry(.decision)
    case "/action": .entry(.action)
    case "/observation": .entry(.observation)
    case "/comms": .entry(.comms)
    case "/impact": .impact
    case "/summary": .summary
    case "/can": .report
    case "/task": .task
    case "/poll": .poll
    case "/hypothesis": .hypothesis
    default: nil
    }
  }
}
