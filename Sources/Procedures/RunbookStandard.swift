/// The standard that a shipped runbook is held to: nine sections, options to choose from, numbers to validate by,
/// and two engineers who read it. A runbook from elsewhere need not meet it to be used.
package enum RunbookStandard {
  /// The nine sections, in order.
  package enum Part: String, CaseIterable, Sendable {
    case symptoms = "Symptoms and detection"
    case impact = "Impact"
    case immediate = "Immediate actions (0-5 min)"
    case investigation = "Investigation (5-30 min)"
    case options = "Resolution options"
    case validation = "Validation"
    case communication = "Communication templates"
    case afterwards = "Post-incident actions"
    case prevention = "Prevention"

    /// Words by which a heading is known to be this part; headings in the wild differ ("Diagnosis", "Mitigation").
    fileprivate var words: [String] {
      switch self {
      case .symptoms: ["symptom", "detection", "meaning", "description"]
      case .impact: ["impact"]
      case .immediate: ["immediate", "first five", "0-5"]
      case .investigation: ["investigat", "diagnos", "troubleshoot"]
      case .options: ["option", "resolution", "mitigation"]
      case .validation: ["validat", "verif"]
      case .communication: ["communicat", "template"]
      case .afterwards: ["post-incident", "post incident", "afterwards", "follow-up"]
      case .prevention: ["prevent"]
      }
    }
  }

  /// How many engineers read a runbook before it counts as approved.
  package static let reviewersNeeded = 2

  /// What the runbook lacks, in the order of its parts; empty where it meets the standard.
  package static func problems(of procedure: Procedure) -> [ProcedureProblem] {
    var problems: [ProcedureProblem] = []
    let places = Part.allCases.map { part in (part, place(of: part, in: procedure)) }
    for (part, place) in places where place == nil {
      problems.append(ProcedureProblem("The section \"\(part.rawValue)\" is missing."))
    }
    if case .some(let place?) = places.first(where: { $0.0 == .options })?.1 {
      let count = optionCount(procedure, under: place)
      if count < 2 {
        problems.append(
          ProcedureProblem(
            line: procedure.sections[place].line,
            "Resolution options: \(count) found, at least 2 wanted, each as a heading or a list item."
          ))
      }
    }
    if case .some(let place?) = places.first(where: { $0.0 == .validation })?.1,
      !text(of: place, in: procedure).contains(where: \.isNumber)
    {
      problems.append(
        ProcedureProblem(
          line: procedure.sections[place].line,
          "Validation names no number to be reached, so nobody can tell it is over."))
    }
    if procedure.steps.isEmpty {
      problems.append(ProcedureProblem("There is nothing to tick: no list items to do."))
    }
    if procedure.frontMatter.rules.isEmpty {
      problems.append(
        ProcedureProblem(
          "No alert leads here: add `rules:` with the alerts' names to the front matter."))
    }
    if procedure.frontMatter.target == nil {
      problems.append(
        ProcedureProblem(
          "No target: add `target: 15m` (or what it should take) to the front matter."))
    }
    let reviewers = Set(procedure.frontMatter.reviewers.map { $0.trimmed.lowercased() })
      .subtracting([""])
    if reviewers.count < reviewersNeeded {
      problems.append(
        ProcedureProblem(
          "Not approved yet: \(reviewers.count) of \(reviewersNeeded) reviewers; add their names to `reviewers:`.",
          isBlocking: false))
    }
    return problems
  }

  private static func place(of part: Part, in procedure: Procedure) -> Int? {
    procedure.sections.firstIndex { section in
      // The title of the whole is no section, although it may bear such a word.
      guard section.level > 1 || procedure.sections.allSatisfy({ $0.level == 1 }) else {
        return false
      }
      let title = section.title.lowercased()
      guard part.words.contains(where: title.contains) else { return false }
      // "Resolution options" mentions neither detection nor impact; the first part that fits a title owns it.
      return Part.allCases.first { $0.words.contains(where: title.contains) } == part
    }
  }

  private static func optionCount(_ procedure: Procedure, under place: Int) -> Int {
    let level = procedure.sections[place].level
    let below = procedure.sections[(place + 1)...].prefix { $0.level > level }
    let headings = below.filter { $0.level == level + 1 }.count
    let titles = Set(below.map(\.title) + [procedure.sections[place].title])
    return max(headings, procedure.steps.filter { titles.contains($0.section) }.count)
  }

  /// The lines of a section, those beneath it included.
  private static func text(of place: Int, in procedure: Procedure) -> String {
    let lines = SourceLines.split(procedure.source)
    let section = procedure.sections[place]
    let next = procedure.sections[(place + 1)...].first { $0.level <= section.level }
    let end = min((next?.line ?? lines.count + 1) - 1, lines.count)
    guard section.line <= end else { return "" }
    return lines[min(section.line, end)..<end].joined(separator: "\n")
  }
}
