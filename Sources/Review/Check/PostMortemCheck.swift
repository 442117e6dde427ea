/// Looks through a post-mortem for words that blame, hide or cannot be measured, and for what is not there. A pure
/// function from text to findings: the same text has the same findings, so a screen can show them as they are typed.
package struct PostMortemCheck: Sendable {
  /// Names and logins of people who are known; none of them belongs in the story.
  package var names: [String]
  /// Whether nobody at all was served, so that "outage" is the right word.
  package var isTotal: Bool

  package init(names: [String] = [], isTotal: Bool = false) {
    self.names = names
    self.isTotal = isTotal
  }

  package func report(on text: String) -> CheckReport {
    let manuscript = Manuscript(text)
    let people = People(names)
    let isLoose = !manuscript.sections.contains { $0.isNamed }
    let isEnglish = Language.isEnglish(manuscript.blocks.map(manuscript.text(of:)).joined(separator: " "))
    var findings: [Finding] = []
    var jargon = JargonCheck(manuscript)
    for (place, block) in manuscript.blocks.enumerated() where isEnglish && isProse(block, manuscript) {
      let words = WordReader(block, bytes: manuscript.bytes).words()
      guard Language.isEnglish(words) else { continue }
      let wording = Wording(words: words, people: people)
      let kind = section(of: block, words, manuscript)
      func add(_ hit: WordingCheck.Hit) { findings.append(finding(hit, words, kind, manuscript)) }
      let check = WordingCheck(
        wording: wording, section: kind, isLoose: isLoose && kind == .other, isTotal: isTotal)
      check.hits().forEach(add)
      actions(block, place, wording, kind, manuscript).forEach(add)
      if kind != .attendees, kind != .glossary, kind != .appendix, kind != .note {
        jargon.hits(words).forEach(add)
      }
    }
    let shape = TimelineCheck(manuscript)
    findings += isEnglish ? shape.findings() : []
    return CheckReport(
      findings: distinct(findings), gaps: isLoose && manuscript.sections.count <= 1 ? [] : SectionCheck.gaps(manuscript)
    )
  }

  /// Of several findings of one rule in one place the first; in the order of the text.
  private func distinct(_ findings: [Finding]) -> [Finding] {
    var seen: Set<[Int]> = []
    return findings.sorted { ($0.range.lowerBound, $0.rule.rawValue) < ($1.range.lowerBound, $1.rule.rawValue) }
      .filter { seen.insert([$0.range.lowerBound, CheckRule.allCases.firstIndex(of: $0.rule) ?? 0]).inserted }
  }

  private func isProse(_ block: Manuscript.Block, _ manuscript: Manuscript) -> Bool {
    switch block.kind {
    case .code, .quote, .comment: return false
    case .heading, .paragraph, .item, .row: break
    }
    let kind = manuscript.kind(of: block)
    if kind == .missing || kind == .note { return false }
    if case .row = block.kind, kind == .title { return false }
    return !manuscript.isHint(block)
  }

  /// "Action: …" is an action item wherever it stands.
  private func section(of block: Manuscript.Block, _ words: [Word], _ manuscript: Manuscript) -> SectionKind {
    let kind = manuscript.kind(of: block)
    if words.count > 1, ["action", "todo"].contains(words[0].text), words[1].stop == .clause { return .actions }
    return kind
  }

  private func actions(
    _ block: Manuscript.Block, _ place: Int, _ wording: Wording, _ kind: SectionKind, _ manuscript: Manuscript
  ) -> [WordingCheck.Hit] {
    let check = ActionCheck(wording: wording)
    guard kind == .actions else {
      guard kind != .timeline else { return [] }
      return wording.words.indices.compactMap { check.vigilance(at: $0) }.map { WordingCheck.Hit(.vigilance, $0) }
    }
    guard manuscript.isAction(place) || manuscript.kind(of: block) != .actions else { return [] }
    var hits = check.unbounded().map { [WordingCheck.Hit(.vigilance, $0)] } ?? []
    let lacks = manuscript.lacks(ofAction: place, people: wording.people)
    if !lacks.isEmpty, !wording.words.isEmpty {
      let all = 0..<wording.words.count
      hits.append(
        WordingCheck.Hit(
          .unowned, all, nil, "add \(lacks.joined(separator: " and ")): (owner: platform, due 2026-01-15)"))
    }
    return hits
  }

  private func finding(
    _ hit: WordingCheck.Hit, _ words: [Word], _ section: SectionKind, _ manuscript: Manuscript
  ) -> Finding {
    let first = words[hit.words.lowerBound].range.lowerBound
    let last = words[min(hit.words.upperBound, words.count) - 1].range.upperBound
    return Finding(
      rule: hit.rule, level: hit.level ?? hit.rule.level, line: manuscript.line(at: first),
      column: manuscript.column(at: first), range: first..<last, words: manuscript.text(in: first..<last),
      section: section, why: hit.rule.why, suggestion: hit.suggestion ?? hit.rule.suggestion)
  }
}
