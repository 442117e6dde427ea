import Commands
import Comms
import EventLog
import Incidents

/// The parts of a written message, line by line.
struct MessageLines {
  private let message: WrittenMessage
  private let state: ScreenState
  private let width: Int

  init(_ message: WrittenMessage, _ state: ScreenState, width: Int) {
    self.message = message
    self.state = state
    self.width = width
  }

  private func wrapped(_ text: String, _ role: StyleRole, _ attributes: StyleAttributes = []) -> [StyledLine] {
    MessageView.wrapped(text, Style(role, attributes), width, state)
  }

  private func time(_ instant: Instant) -> String { ClockWords.near(instant, now: state.now, offset: state.offset) }

  /// Who else writes for them.
  var others: [StyledLine] {
    message.page.claims
      .filter { $0.audience == message.draft.audience && $0.person != state.board?.header.user }
      .flatMap { claim in
        wrapped(
          "\(claim.person) writes to them, too, since \(time(claim.since)); whoever is first has told them.", .warning)
      }
  }

  /// The text as it would go, its sentence and its gaps to be told from the rest.
  var text: [StyledLine] {
    message.draft.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [StyledLine] in
      if line.contains("{{") { return bar(String(line), .danger) }
      let isSentence = !message.draft.sentence.isEmpty && line.contains(message.draft.sentence)
      return bar(String(line), isSentence ? .inputText : .normal, isSentence ? .bold : [])
    }
  }

  private func bar(_ line: String, _ role: StyleRole, _ attributes: StyleAttributes = []) -> [StyledLine] {
    StyledLine.wrapped(
      line, Style(role, attributes), width: max(1, width - 1), lead: StyledLine("  "), indent: 2, glyphs: state.glyphs)
  }

  /// What speaks against it, what blocks it first.
  var findings: [StyledLine] {
    guard !message.findings.isEmpty else { return wrapped("Nothing to say against it.", .good) }
    let ordered = message.findings.filter(\.blocks) + message.findings.filter { !$0.blocks }
    return ordered.flatMap { finding in
      let words = finding.words.isEmpty ? "" : " \"\(finding.words)\""
      let rule = finding.rule.rawValue.replacing("_", with: " ")
      return wrapped(
        "\(finding.blocks ? "BLOCKS" : "check") \(rule)\(words): \(finding.why); \(finding.suggestion)",
        finding.blocks ? .danger : .warning)
    }
  }

  /// What is promised by now, and what this promises.
  var promise: [StyledLine] {
    var lines: [StyledLine] = []
    if let clock = message.page.clocks.first(where: { $0.clock == message.draft.audience.clock }),
      let deadline = clock.deadline
    {
      let left = SpanWords.countdown(to: deadline.dueAt, now: state.now)
      lines += wrapped(
        "Promised by \(time(deadline.dueAt)) (\(left)): \(deadline.rule)",
        deadline.dueAt < state.now ? .danger : .normal)
    }
    if let next = message.draft.nextUpdateAt {
      lines += wrapped("It promises the next one by \(time(next)), in \(SpanWords.short(next - state.now)).", .normal)
    } else if message.draft.moment == .final {
      lines += wrapped("It is the last one, and promises nothing more.", .normal)
    }
    return lines
  }

  /// How it gets there, and whose word it wants.
  var ways: [StyledLine] {
    var lines: [StyledLine] = []
    if message.draft.audience.isOutside {
      lines += wrapped("Its readers know it as \"\(message.draft.title)\".", .dim)
    }
    if !message.ways.isEmpty { lines += wrapped("Goes by \(message.ways.joined(separator: ", ")).", .normal) }
    if !message.byHand.isEmpty {
      lines += wrapped("By hand: \(message.byHand.joined(separator: ", ")). Y prints it, M marks it as sent.", .normal)
    }
    guard message.draft.audience.wantsApproval else { return lines }
    if let person = message.approvedBy {
      lines += wrapped("Approved by \(person).", .good)
    } else if message.page.mayApprove || message.page.incident.commander == state.board?.header.user {
      lines += wrapped("Your word stands for it.", .normal)
    } else {
      let who = message.page.incident.commander ?? "a commander, and there is none"
      lines += wrapped("It wants the word of \(who): A approves it.", .warning)
    }
    return lines
  }

  /// What is said anew since the last one, and what became of that.
  var news: [StyledLine] {
    var lines: [StyledLine] = []
    if let sending = message.page.incident.lastSending(to: message.draft.audience) {
      let ways = sending.ways.map { "\($0.channel) \($0.result.rawValue)" }.joined(separator: ", ")
      lines += wrapped(
        sending.isUnheard ? "The last one reached NOBODY: \(ways)." : "The last one: \(ways).",
        sending.ways.allSatisfy { $0.result == .sent } ? .dim : .danger)
    }
    guard let last = message.draft.last else {
      return lines + wrapped("They have not been told anything yet.", .dim)
    }
    let changes = message.draft.difference
    lines += wrapped(
      "Since \(time(last.at)), by \(last.person)" + (changes.isEmpty ? ": nothing is new." : ":"), .tableHeading)
    return lines + changes.flatMap { bar($0.words, $0.isAdded ? .good : .dim) }
  }
}
