extension Procedure {
  /// Reads any Markdown text, with front matter or without. It never fails: what could not be understood is in
  /// `problems`, and a text with nothing to do in it has no steps.
  package static func parse(_ text: String, name: String) -> Procedure { read(text, name: name, hasSteps: true) }

  /// The same without its steps, which cost most of the reading: enough to find a procedure by.
  package static func parseHead(_ text: String, name: String) -> Procedure { read(text, name: name, hasSteps: false) }

  private static func read(_ text: String, name: String, hasSteps: Bool) -> Procedure {
    let lines = SourceLines.split(text)
    let head = FrontMatter.read(lines)
    let outline = MarkdownOutline(
      lines: lines.dropFirst(head.lineCount).map(String.init), lineOffset: head.lineCount)
    let sections = outline.blocks.compactMap { block -> ProcedureSection? in
      guard case .heading(let level, let title) = block.content else { return nil }
      return ProcedureSection(title: title, level: level, line: block.lines.lowerBound)
    }
    let heading = sections.first { $0.level == 1 }?.title
    let title = head.frontMatter.title ?? heading ?? sections.first?.title ?? name
    return Procedure(
      name: name, title: title.isEmpty ? name : title, heading: heading,
      kind: head.frontMatter.kind ?? .runbook,
      frontMatter: head.frontMatter, sections: sections,
      steps: hasSteps ? StepFinder(blocks: outline.blocks, lines: lines).steps() : [], problems: head.problems,
      source: text)
  }
}
