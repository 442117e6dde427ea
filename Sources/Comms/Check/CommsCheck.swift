package import Incidents

/// Looks through a message before it goes out. A pure function from text to findings; all but a gap are warnings, for
/// whoever writes knows what no rule does.
package struct CommsCheck: Sendable {
  package var audience: Audience
  /// Whether a hypothesis is confirmed, so that a cause may be named.
  package var isCauseKnown: Bool
  package var moment: MessageMoment
  /// Whether another message is due after this one.
  package var promisesNext: Bool
  package var internalNames: [String]
  package var customerNames: [String]

  package init(
    audience: Audience, isCauseKnown: Bool = false, moment: MessageMoment = .update, promisesNext: Bool = true,
    internalNames: [String] = [], customerNames: [String] = []
  ) {
    self.audience = audience
    self.isCauseKnown = isCauseKnown
    self.moment = moment
    self.promisesNext = promisesNext
    self.internalNames = internalNames
    self.customerNames = customerNames
  }

  /// - Parameter blame: what another room found in the same text, with the place of each.
  /// - Returns: in the order of the text, what is missing last.
  package func findings(in text: String, blame: [MessageFinding] = []) -> [MessageFinding] {
    var findings = blame
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let reader = LineReading(String(line), number: place + 1)
      findings += gaps(reader)
      findings += Phrases.inconvenience.flatMap { reader.finding(.inconvenience, $0) }
      findings += promises(reader)
      if !isCauseKnown { findings += Phrases.causes.flatMap { reader.finding(.cause, $0) } }
      if audience != .team { findings += customerNames.flatMap { reader.finding(.customerName, $0) } }
      if audience.isOutside { findings += inside(reader) }
    }
    let ordered = distinct(findings).sorted {
      ($0.line, $0.column, $0.rule.rawValue) < ($1.line, $1.column, $1.rule.rawValue)
    }
    return ordered + missing(text)
  }

  private func missing(_ text: String) -> [MessageFinding] {
    guard text.contains(where: { !$0.isWhitespace }) else { return [absent(.empty, text)] }
    var findings: [MessageFinding] = []
    let plain = text.lowercased()
    if moment == .final {
      if audience != .management, !plain.contains("data") { findings.append(absent(.dataWord, text)) }
    } else if promisesNext, audience != .vip, !Phrases.next.contains(where: { plain.contains($0) }) {
      findings.append(absent(.nextUpdate, text))
    }
    return findings
  }

  private func absent(_ rule: MessageRule, _ text: String) -> MessageFinding {
    MessageFinding(rule, line: text.count { $0 == "\n" } + 1, column: 1, words: "")
  }

  private func gaps(_ reader: LineReading) -> [MessageFinding] {
    MessageGaps.names(in: reader.line).flatMap { name in
      let found = reader.places(of: "{{\(name)}}", rule: .gap)
      return found.isEmpty ? [MessageFinding(.gap, line: reader.number, column: 1, words: name)] : found
    }
  }

  private func promises(_ reader: LineReading) -> [MessageFinding] {
    reader.sentences.compactMap { words, column in
      FixPromise.isOne(words) ? MessageFinding(.promise, line: reader.number, column: column, words: words) : nil
    }
  }

  private func inside(_ reader: LineReading) -> [MessageFinding] {
    var findings = reader.tokens.compactMap { token, column in
      InsideName.isOne(token)
        ? MessageFinding(.internalName, line: reader.number, column: column, words: token) : nil
    }
    for pattern in internalNames {
      guard let regex = try? Regex(pattern).ignoresCase() else { continue }
      findings += reader.line.ranges(of: regex).filter { !$0.isEmpty }.map { range in
        MessageFinding(
          .internalName, line: reader.number, column: reader.column(range.lowerBound),
          words: String(reader.line[range]))
      }
    }
    return findings
  }

  /// Of several findings of one rule in one place the first.
  private func distinct(_ findings: [MessageFinding]) -> [MessageFinding] {
    var seen: Set<[Int]> = []
    return findings.filter {
      seen.insert([MessageRule.allCases.firstIndex(of: $0.rule) ?? 0, $0.line, $0.column]).inserted
    }
  }
}
