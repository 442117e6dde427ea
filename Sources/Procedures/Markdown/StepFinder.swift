/// Finds what is to be done in a text. The rule, from how runbooks are written in the wild:
///
/// - In a section that describes (meaning, impact, symptoms …), only task-list items are steps.
/// - Else every item of a list is a step: of a task list always, of an ordered one unless it merely enumerates, of a
///   bulleted one unless it is a list of links. Code right after a list belongs to the item above it.
/// - Beside such items, prose that carries commands is a step of its own.
/// - A section without such items is one step where it carries commands or asks for something.
/// - Prose that only leads to sub-sections with steps is no step.
/// - What stands above the first heading of the text's body is an introduction: only what carries commands counts.
/// - Where all this finds nothing although there are commands, every section counts as one that asks.
///
/// Steps never overlap, so a line of code is in one step or in the describing text.
struct StepFinder {
  var blocks: [MarkdownBlock]
  var lines: [Substring]

  func steps() -> [ProcedureStep] {
    let sections = Self.sections(of: blocks)
    var found = parts(in: sections)
    if found.isEmpty,
      blocks.contains(where: { $0.codes.contains { CodeReading($0).command != nil } })
    {
      found = parts(
        in: sections.map { section in
          var section = section
          section.nature = .instructive
          section.isIntroduction = false
          return section
        })
    }
    return found.enumerated().map { index, part in step(part, number: index + 1) }
  }

  private func parts(in sections: [Section]) -> [Part] {
    let parts = sections.map { steps(in: $0) }
    return sections.indices.flatMap { index -> [Part] in
      guard parts[index].count == 1, parts[index][0].isProse else { return parts[index] }
      let below = sections[(index + 1)...].prefix { $0.level > sections[index].level }.indices
      return below.contains { !parts[$0].isEmpty } ? [] : parts[index]
    }
  }

  private struct Section {
    var title: String
    var level = 0
    var nature: SectionNature
    var isIntroduction: Bool
    var blocks: [MarkdownBlock] = []
  }

  private struct Part {
    var section: String
    var title: String
    var lines: ClosedRange<Int>
    var codes: [MarkdownBlock.Code]
    /// Where a paragraph is itself a command.
    var inlineCommands: [(text: String, line: Int)] = []
    /// A whole section without any command.
    var isProse = false
  }

  private static func sections(of blocks: [MarkdownBlock]) -> [Section] {
    let headings = blocks.filter { if case .heading = $0.content { true } else { false } }
    var sections = [Section(title: "", nature: .open, isIntroduction: !headings.isEmpty)]
    var path: [(level: Int, nature: SectionNature)] = []
    var headingsSeen = 0
    for block in blocks {
      guard case .heading(let level, let title) = block.content else {
        sections[sections.count - 1].blocks.append(block)
        continue
      }
      headingsSeen += 1
      path.removeAll { $0.level >= level }
      var nature = SectionNature(title: title)
      // The title of the whole ("HighErrorRate", "Load balancer outage") says nothing about the text right below it.
      let isTitle = level == 1 && headingsSeen == 1
      if isTitle {
        nature = .open
      } else if nature == .open, let above = path.last {
        nature = above.nature
      }
      path.append((level, nature))
      sections.append(
        Section(
          title: title, level: level, nature: nature, isIntroduction: isTitle && headings.count > 1)
      )
    }
    return sections
  }

  private func steps(in section: Section) -> [Part] {
    var parts: [Part] = []
    var loose: [MarkdownBlock] = []
    var looseGroups: [(place: Int, blocks: [MarkdownBlock])] = []
    func closeLoose() {
      if !loose.isEmpty { looseGroups.append((parts.count, loose)) }
      loose = []
    }
    for block in section.blocks {
      if case .list(let isOrdered, let items) = block.content, counts(items, isOrdered, in: section) {
        closeLoose()
        parts += items.map { part(for: $0, in: section) }
      } else if case .code(let code) = block.content, loose.isEmpty, !parts.isEmpty,
        section.nature != .descriptive
      {
        parts[parts.count - 1].lines =
          parts[parts.count - 1].lines.lowerBound...block.lines.upperBound
        parts[parts.count - 1].codes.append(code)
      } else {
        loose.append(block)
      }
    }
    closeLoose()
    guard section.nature != .descriptive else { return parts }
    guard !parts.isEmpty || section.isIntroduction else { return wholeSection(section) }
    for group in looseGroups.reversed() where carriesCommands(group.blocks) {
      parts.insert(part(forProse: group.blocks, in: section), at: group.place)
    }
    return parts
  }

  /// Whether the items of a list are things to do, each by itself.
  private func counts(_ items: [MarkdownBlock.Item], _ isOrdered: Bool, in section: Section) -> Bool {
    if items.contains(where: \.isTask) { return true }
    if section.nature == .descriptive { return false }
    let hasCommands = items.contains { $0.codes.contains { CodeReading($0).command != nil } }
    if section.isIntroduction { return hasCommands }
    if hasCommands { return true }
    let asking = items.filter { $0.prose.map { Imperatives.begin($0.text) } ?? false }.count
    let references = items.filter { $0.prose?.isReference ?? true }.count
    if section.nature == .instructive {
      return isOrdered || asking * 2 >= items.count || references * 2 < items.count
    }
    return asking * 2 >= items.count
  }

  private func wholeSection(_ section: Section) -> [Part] {
    let asks = section.blocks.contains { block in
      switch block.content {
      case .paragraph(let prose):
        section.nature == .instructive ? !prose.isReference : Imperatives.occur(in: prose.text)
      case .list(_, let items):
        section.nature == .instructive && items.contains { $0.prose?.isReference == false }
      default: false
      }
    }
    guard asks || carriesCommands(section.blocks) else { return [] }
    var part = part(forProse: section.blocks, in: section)
    if !section.title.isEmpty { part.title = section.title }
    part.isProse = !carriesCommands(section.blocks)
    return [part]
  }

  private func carriesCommands(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      if case .paragraph(let prose) = block.content, prose.isCode {
        return CodeReading.looksRunnable(prose.text)
      }
      return block.codes.contains { CodeReading($0).isRunnable }
    }
  }

  private func part(for item: MarkdownBlock.Item, in section: Section) -> Part {
    let first = lines[item.lines.lowerBound - 1].trimmed
    var part = Part(
      section: section.title, title: item.prose.map(StepTitle.of) ?? StepTitle.shortened(first),
      lines: item.lines,
      codes: item.codes)
    if let prose = item.prose, prose.isCode, CodeReading.looksRunnable(prose.text) {
      part.inlineCommands.append((prose.text, item.lines.lowerBound))
    }
    return part
  }

  private func part(forProse blocks: [MarkdownBlock], in section: Section) -> Part {
    let start = blocks.first?.lines.lowerBound ?? 1
    let end = blocks.last?.lines.upperBound ?? start
    var part = Part(
      section: section.title, title: section.title, lines: start...end,
      codes: blocks.flatMap(\.codes))
    var introduction: String?
    for block in blocks {
      if case .paragraph(let prose) = block.content {
        if prose.isCode, CodeReading.looksRunnable(prose.text) {
          part.inlineCommands.append((prose.text, block.lines.lowerBound))
        } else {
          introduction = StepTitle.introducing(prose)
        }
      }
      if !block.codes.isEmpty || !part.inlineCommands.isEmpty { break }
    }
    for block in blocks.drop(while: {
      $0.lines.lowerBound <= (part.inlineCommands.first?.line ?? Int.max)
    }) {
      guard case .paragraph(let prose) = block.content, prose.isCode,
        CodeReading.looksRunnable(prose.text)
      else {
        continue
      }
      part.inlineCommands.append((prose.text, block.lines.lowerBound))
    }
    if let introduction, !introduction.isEmpty { part.title = introduction }
    if part.title.isEmpty { part.title = StepTitle.shortened(lines[start - 1].trimmed) }
    return part
  }

  private func step(_ part: Part, number: Int) -> ProcedureStep {
    let text = lines[(part.lines.lowerBound - 1)..<min(part.lines.upperBound, lines.count)].joined(
      separator: "\n")
    var step = ProcedureStep(
      number: number, section: part.section,
      title: part.title.isEmpty ? "Step \(number)" : part.title, text: text,
      line: part.lines.lowerBound)
    let declared = CodeReading.declaredRisk(inProse: text)
    for code in part.codes {
      let reading = CodeReading(code)
      if let check = reading.check { step.checks.append(check) }
      if var command = reading.command {
        if let declared { command.risk = declared }
        step.commands.append(command)
      }
    }
    for inline in part.inlineCommands {
      step.commands.append(
        StepCommand(
          language: "", text: inline.text,
          risk: declared ?? CommandRisk.assess(inline.text, language: ""),
          line: inline.line))
    }
    step.commands.sort { $0.line < $1.line }
    return step
  }
}
