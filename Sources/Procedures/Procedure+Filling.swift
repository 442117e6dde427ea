extension Procedure {
  /// The procedure with `{{name}}` replaced by values of the incident and its alerts, else by the front matter's own.
  ///
  /// What has no value, or an empty one, stays visible. In commands and checks a value is put in only where it cannot
  /// end a word or start something else, for labels come from outside; elsewhere the place stays visible too.
  /// `{{ $labels.x }}` reads the value of `x`.
  package func filled(with values: [String: String]) -> Procedure {
    let values = known(values)
    guard !values.isEmpty else { return self }
    var copy = self
    for index in copy.steps.indices {
      copy.steps[index].title = Placeholder.fill(steps[index].title, values, takes: Placeholder.isOneLine)
      copy.steps[index].text = Placeholder.fill(markdown: steps[index].text, values)
      for place in copy.steps[index].commands.indices {
        let command = steps[index].commands[place]
        let text = Placeholder.fill(command.text, values, takes: Placeholder.isPlainWord)
        guard text != command.text else { continue }
        copy.steps[index].commands[place].text = text
        copy.steps[index].commands[place].risk = command.risk.joined(.assess(text, language: command.language))
      }
      for place in copy.steps[index].checks.indices {
        let check = steps[index].checks[place]
        copy.steps[index].checks[place].query = Placeholder.fill(check.query, values, takes: Placeholder.isPlainWord)
      }
    }
    return copy
  }

  /// The text as it was written, or one section of it, with what is known put in; for messages to be copied.
  package func filledSource(with values: [String: String], section title: String? = nil) -> String {
    let values = known(values)
    guard let title else { return Placeholder.fill(markdown: source, values) }
    let wanted = title.lowercased()
    guard let place = sections.firstIndex(where: { $0.title.lowercased().contains(wanted) }) else { return "" }
    return Placeholder.fill(markdown: lines(ofSection: place).joined(separator: "\n") + "\n", values)
  }

  /// What the section of a step says before it, filled; empty where another step of the section stands before it.
  ///
  /// What stands above all options ("if nothing has changed after five minutes, take the next") is said with each.
  package func lead(of step: ProcedureStep, values: [String: String]) -> String {
    guard let place = sections.lastIndex(where: { $0.line <= step.line }), !hasStep(from: place, before: step.line)
    else { return "" }
    let own = text(from: sections[place].line, before: step.line)
    let texts = [wordsAbove(place), own].filter { !$0.isEmpty }
    return texts.isEmpty ? "" : Placeholder.fill(markdown: texts.joined(separator: "\n\n"), known(values))
  }

  /// What the section above a section says before its first part; the title of the whole is no such section.
  private func wordsAbove(_ place: Int) -> String {
    let section = sections[place]
    guard let parent = sections[..<place].lastIndex(where: { $0.level < section.level }), sections[parent].level > 1,
      !hasStep(from: parent, before: sections[parent + 1].line),
      !hasStep(from: parent, before: section.line) || options.contains(where: { $0.line == section.line })
    else { return "" }
    return text(from: sections[parent].line, before: sections[parent + 1].line)
  }

  private func hasStep(from place: Int, before line: Int) -> Bool {
    steps.contains { $0.line > sections[place].line && $0.line < line }
  }

  /// The lines after one and before another, without the blank ones around them.
  private func text(from heading: Int, before line: Int) -> String {
    guard heading < line - 1 else { return "" }
    let lines = SourceLines.split(source)[heading..<(line - 1)].drop { $0.trimmed.isEmpty }
    return lines.joined(separator: "\n").trimmed
  }

  /// Whether a word can be the name of a variable: `{{name}}`.
  package static func isVariable(_ word: String) -> Bool { Placeholder.isName(word) }

  /// The names that still stand in the steps as `{{name}}`, in order, each once.
  package var unfilled: [String] {
    var seen: Set<String> = []
    return steps.flatMap(Self.names).filter { seen.insert($0).inserted }
  }

  /// Every name that the text asks for, also outside its steps, in order, each once.
  package var placeholders: [String] {
    var seen: Set<String> = []
    return Placeholder.names(in: source).filter { seen.insert($0).inserted }
  }

  /// What a filled step still lacks.
  /// - Parameter values: those it was filled with.
  package func gaps(in step: ProcedureStep, values: [String: String]) -> [StepGap] {
    let values = known(values)
    var seen: Set<String> = []
    return Self.names(in: step).filter { seen.insert($0).inserted }.map {
      StepGap(
        name: $0, isUnsafe: values[$0].map(Placeholder.isOneLine) == true, meaning: frontMatter.asks[$0])
    }
  }

  /// The lines of a section, its heading and those beneath it included.
  func lines(ofSection place: Int) -> ArraySlice<Substring> {
    let lines = SourceLines.split(source)
    let section = sections[place]
    let next = sections[(place + 1)...].first { $0.level <= section.level }
    let end = min((next?.line ?? lines.count + 1) - 1, lines.count)
    return section.line <= end ? lines[(section.line - 1)..<end] : []
  }

  private func known(_ values: [String: String]) -> [String: String] {
    frontMatter.variables.filter { !$0.value.isEmpty }.merging(values.filter { !$0.value.isEmpty }) { _, given in given
    }
  }

  private static func names(in step: ProcedureStep) -> [String] {
    Placeholder.names(in: step.text) + step.commands.flatMap { Placeholder.names(in: $0.text) }
      + step.checks.flatMap { Placeholder.names(in: $0.query) }
  }
}
