/// Which sections are missing, and which say nothing.
enum SectionCheck {
  static func gaps(_ manuscript: Manuscript) -> [SectionGap] {
    SectionKind.standard.compactMap { kind in
      let sections = manuscript.sections.indices.filter { manuscript.sections[$0].kind == kind }
      guard let first = sections.first else {
        // Short ones tell analysis and trigger among the factors, and lessons for what went well or less well.
        return isToldElsewhere(kind, manuscript) ? nil : SectionGap(kind, .missing)
      }
      let says = manuscript.blocks.contains { block in
        sections.contains(block.section) && block.kind != .heading && manuscript.saysSomething(block)
      }
      return says ? nil : SectionGap(kind, .empty, line: manuscript.sections[first].line)
    }
  }

  private static func isToldElsewhere(_ kind: SectionKind, _ manuscript: Manuscript) -> Bool {
    let others: [SectionKind] =
      switch kind {
      case .prevention: [.actions, .lessons]
      case .wentWell, .wentLess: [.lessons]
      case .summary: [.background]
      default: []
      }
    return others.contains { other in manuscript.blocks(in: other).contains(where: manuscript.saysSomething) }
  }
}

extension Manuscript {
  /// A paragraph in italics from end to end, as templates tell what belongs there, or words that only hold a place.
  func isHint(_ block: Block) -> Bool {
    let text = text(of: block)
    if case .row = block.kind { return false }
    for mark in ["_", "*"] where text.hasPrefix(mark) && text.hasSuffix(mark) && text.count > 4 {
      return !text.hasPrefix(mark + mark) && !text.dropFirst().dropLast().contains(mark)
    }
    return text.hasPrefix("<") && text.hasSuffix(">") && !text.contains("://")
  }

  func saysSomething(_ block: Block) -> Bool {
    guard block.kind != .comment, !isHint(block) else { return false }
    let empty: Set = ["", "tbd", "todo", "n/a", "na", "none", "-", "...", "…", "?", "tba", "to be done", "xxx"]
    return block.ranges.contains { range in
      let text = text(in: range).lowercased()
      let bare = text.filter { !"*_.#`".contains($0) || $0 == "…" }
      return !empty.contains(bare.split(separator: " ").joined(separator: " "))
    }
  }

  /// Whether a block is an action item of its own and not the continuation of one.
  func isAction(_ place: Int) -> Bool {
    let block = blocks[place]
    guard saysSomething(block) else { return false }
    switch block.kind {
    case .row: return true
    case .item(let indent):
      // The items that are least indented; those below say more about the one above.
      let least = blocks.filter { $0.section == block.section }.compactMap { other -> Int? in
        if case .item(let indent) = other.kind { indent } else { nil }
      }.min()
      return indent < (least ?? 0) + 2
    case .heading, .paragraph, .code, .quote, .comment: return false
    }
  }

  /// Which of owner and due date an action item lacks.
  func lacks(ofAction place: Int, people: People) -> [String] {
    let block = blocks[place]
    if case .row(let titles) = block.kind, !titles.isEmpty {
      let cells = cells(of: block)
      func filled(_ names: [String]) -> Bool {
        titles.indices.contains { index in
          names.contains(where: titles[index].lowercased().contains) && index < cells.count
            && !["", "-", "?", "tbd"].contains(cells[index].lowercased())
        }
      }
      var lacks: [String] = []
      if !filled(["owner", "assignee", "who", "responsible", "dri", "person", "team", "assigned"]) {
        lacks.append("an owner")
      }
      if !filled(["due", "date", "when", "deadline", "eta", "target", "by"]) { lacks.append("a due date") }
      return lacks
    }
    var text = text(of: block)
    for next in blocks[(place + 1)...] {
      guard next.section == block.section, case .item(let indent) = block.kind,
        case .item(let deeper) = next.kind, deeper >= indent + 2
      else { break }
      text += " " + self.text(of: next)
    }
    return ActionCheck.lacks(text, people: people)
  }
}
