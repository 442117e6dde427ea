import EventLog

extension Procedure {
  /// What there is to choose from: headings that say "Option A: …", or those right below a heading about options.
  /// Only those with something to do count, and one alone is no choice.
  package var options: [ProcedureOption] {
    let headings = optionHeadings
    guard headings.count > 1 else { return [] }
    var found: [ProcedureOption] = []
    for place in headings {
      let section = sections[place]
      let next = sections[(place + 1)...].first { $0.level <= section.level }
      let range = section.line..<(next?.line ?? Int.max)
      let steps = self.steps.filter { range.contains($0.line) }.map(\.number)
      guard !steps.isEmpty else { continue }
      let (name, title) = Self.optionName(section.title, at: found.count)
      found.append(
        ProcedureOption(number: found.count + 1, name: name, title: title, steps: steps, line: section.line))
    }
    return found.count > 1 ? found : []
  }

  /// The parts whose heading gives their time, in order: "Investigation (5-30 min)".
  package var phases: [ProcedurePhase] {
    sections.compactMap { Self.phase($0.title) }
  }

  /// The places of the headings that are options, whether or not there is anything to do in them.
  var optionHeadings: [Int] {
    if let parent = sections.firstIndex(where: { Self.isAboutOptions($0.title) }) {
      let below = sections[(parent + 1)...].prefix { $0.level > sections[parent].level }
      let level = below.map(\.level).min()
      let children = below.indices.filter { sections[$0].level == level }
      if !children.isEmpty { return children }
    }
    return sections.indices.filter { Self.isOption(sections[$0].title) }
  }

  /// "Resolution options", but not "Option A".
  private static func isAboutOptions(_ title: String) -> Bool {
    SectionNature.words(of: title).contains("options")
  }

  private static func isOption(_ title: String) -> Bool {
    SectionNature.words(of: title).first == "option" && title.contains(" ")
  }

  /// "Option A: roll back" is A, "roll back"; what bears no name takes the letter of its place.
  private static func optionName(_ title: String, at place: Int) -> (name: String, title: String) {
    var rest = title[...]
    if rest.lowercased().hasPrefix("option ") { rest = rest.dropFirst(7).trimmedStart[...] }
    let name = rest.prefix { $0.isLetter || $0.isNumber }
    let after = rest.dropFirst(name.count)
    if name.count <= 2, !name.isEmpty, let mark = after.first, ":.)-–—".contains(mark) || mark == " " && isOption(title)
    {
      let words = after.drop { ":.)-–— ".contains($0) }
      return (name.uppercased(), words.isEmpty ? title : String(words))
    }
    let letter = Unicode.Scalar(UInt8(65 + min(place, 25)))
    return (String(letter), rest.isEmpty ? title : String(rest))
  }

  /// "(0-5 min)" or "(5-30 minutes)" at the end of a heading.
  private static func phase(_ title: String) -> ProcedurePhase? {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "(") else { return nil }
    let inside = title[title.index(after: open)...].dropLast()
    let parts = inside.split(whereSeparator: { $0 == "-" || $0 == "–" || $0 == " " })
    guard parts.count == 3, let start = Int64(parts[0]), let end = Int64(parts[1]), start < end, end <= 1_440,
      parts[2].hasPrefix("min")
    else { return nil }
    return ProcedurePhase(title: title[..<open].trimmed, start: .minutes(start), end: .minutes(end))
  }
}
