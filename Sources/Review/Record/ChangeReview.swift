package import EventLog

/// Decides on a change of a post-mortem's record.
package struct ChangeReview: Deciding {
  package typealias Fold = ReviewFold

  package var change: ReviewChange
  package var incident: StreamID
  /// What the draft lacks at this moment.
  package var gaps: [Gap]
  /// Names of people who are known; none of them is a contributing factor.
  package var names: [String]

  package init(_ change: ReviewChange, of incident: StreamID, gaps: [Gap] = [], names: [String] = []) {
    self.change = change
    self.incident = incident
    self.gaps = gaps
    self.names = names
  }

  /// What happens, and the promises that start, move and end with it.
  package func decide(on record: ReviewRecord, facts: Facts) throws(ReviewRefusal) -> [Draft] {
    let decided = try decided(on: record, facts: facts)
    return decided
      + ActionClock.follow(record, decided, now: facts.now).map { draft($0, record, facts) }
  }

  private func draft(_ body: some EventPayload, _ record: ReviewRecord, _ facts: Facts) -> Draft {
    Draft(
      body, stream: record.stream, incident: incident, happenedAt: facts.now, drill: record.isDrill || facts.drill)
  }

  private func decided(on record: ReviewRecord, facts: Facts) throws(ReviewRefusal) -> [Draft] {
    func draft(_ body: some EventPayload) -> Draft { self.draft(body, record, facts) }
    switch change {
    case .own(let person):
      let person = try filled(person, "The owner")
      return person == record.owner ? [] : [draft(ReviewOwned(person: person))]
    case .move(let stage, let reason): return try move(record, to: stage, reason: reason).map { [draft($0)] } ?? []
    case .save(let section, let text, let base):
      if text == record.text(of: section) ?? "" { return [] }
      return [draft(SectionSaved(section: section, text: text, base: base))]
    case .merge(let section, let text):
      let heads = record.heads(of: section).map(\.id)
      return [draft(SectionSaved(section: section, text: text, base: heads.last, merges: heads))]
    case .explain(let section, let reason):
      let known = gaps.map(\.section.rawValue) + HumanSection.allCases.map(\.rawValue)
      guard known.contains(section) else { throw .noSuchGap(section, known: Array(Set(known)).sorted()) }
      return [draft(GapExplained(section: section, reason: try filled(reason, "The reason")))]
    case .accept(let rule, let words, let reason):
      return [
        draft(
          FindingAccepted(
            rule: rule.rawValue, words: try filled(words, "The words"), reason: try filled(reason, "The reason")))
      ]
    case .name(let text, let kind, let evidence, let under):
      let text = try filled(text, "The factor")
      try refusePersons(in: text)
      let parent = try under.map { number throws(ReviewRefusal) in try factor(number, record).id }
      return [
        draft(
          FactorNamed(
            number: (record.factors.map(\.number).max() ?? 0) + 1, text: text, factor: kind, evidence: evidence,
            parent: parent))
      ]
    case .acceptFactor(let number, let reason):
      return [
        draft(FactorAccepted(target: try factor(number, record).id, reason: try filled(reason, "The reason")))
      ]
    case .add(let fields):
      return [
        draft(
          ActionAdded(
            number: (record.actions.map(\.number).max() ?? 0) + 1,
            text: try filled(fields.text ?? "", "The action item"),
            action: fields.kind, owner: fields.owner, dueAt: fields.dueAt, doneWhen: fields.doneWhen,
            link: fields.link))
      ]
    case .change(let number, let fields):
      let item = try action(number, record)
      guard !fields.isEmpty else { return [] }
      return [
        draft(
          ActionChanged(
            target: item.id, text: fields.text, action: fields.kind, owner: fields.owner, dueAt: fields.dueAt,
            doneWhen: fields.doneWhen, link: fields.link))
      ]
    case .end(let number, let state, let note):
      let item = try action(number, record)
      if state == .dropped, (note ?? "").isEmpty { throw .dropNeedsReason(number: number) }
      return item.state == state ? [] : [draft(ActionMoved(target: item.id, state: state, note: note))]
    }
  }

  private func filled(_ text: String, _ what: String) throws(ReviewRefusal) -> String {
    let words = text.split(omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw .isEmpty(what) }
    return words.joined(separator: " ")
  }

  private func factor(_ number: Int, _ record: ReviewRecord) throws(ReviewRefusal) -> ContributingFactor {
    guard let factor = record.factors.first(where: { $0.number == number }) else {
      throw .noSuchFactor(number: number, count: record.factors.count)
    }
    return factor
  }

  private func action(_ number: Int, _ record: ReviewRecord) throws(ReviewRefusal) -> ActionItem {
    let items = record.actions.filter { $0.number == number }
    guard let item = items.first else { throw .noSuchAction(number: number, count: record.actions.count) }
    guard items.count == 1 else { throw .severalActions(number: number, texts: items.map(\.text)) }
    return item
  }

  /// A factor is a condition: words that end at a person are not one.
  private func refusePersons(in text: String) throws(ReviewRefusal) {
    let blames: Set<CheckRule> = [.humanError, .omission, .character, .attribution, .name]
    let found = PostMortemCheck(names: names).report(on: text).findings
      .first { blames.contains($0.rule) && $0.level > .information }
    if let found { throw .factorIsPerson(words: found.words, suggestion: found.suggestion) }
  }

  private func move(
    _ record: ReviewRecord, to stage: ReviewStage, reason: String?
  ) throws(ReviewRefusal) -> ReviewMoved? {
    guard stage != record.stage else { return nil }
    guard record.stage.allows(stage) else { throw .stageSkipped(from: record.stage, to: stage) }
    if record.stage.isBack(to: stage), (reason ?? "").isEmpty { throw .backNeedsReason(stage) }
    guard !record.stage.isBack(to: stage) else { return ReviewMoved(stage: stage, reason: reason) }
    if stage == .inReview, record.owner == nil { throw .noOwner }
    if stage == .reviewed { try requireWhole(record) }
    if stage == .closed, let open = record.actions.first(where: { $0.state == .open }) {
      throw .actionOpen(number: open.number, text: open.text)
    }
    return ReviewMoved(stage: stage, reason: reason)
  }

  /// Reviewed means: each action item can be followed up, and each gap is filled or explained.
  private func requireWhole(_ record: ReviewRecord) throws(ReviewRefusal) {
    for item in record.actions where item.state != .dropped {
      if let lack = item.lacks.first { throw .actionLacks(number: item.number, what: lack) }
    }
    let explained = Set(record.explanations.map(\.section))
    let open = gaps.filter { !explained.contains($0.section.rawValue) }.map { "\($0.section.rawValue): \($0.what)" }
    let unwritten = HumanSection.required.filter { section in
      record.heads(of: section).isEmpty && !explained.contains(section.rawValue)
        && !(section != .trigger && !record.factors.isEmpty)
    }.map { "\($0.rawValue): nobody wrote \($0.title)" }
    let all = open + unwritten
    guard all.isEmpty else { throw .gapsUnexplained(all) }
    if let torn = HumanSection.allCases.first(where: { record.heads(of: $0).count > 1 }) { throw .textsBeside(torn) }
  }
}
