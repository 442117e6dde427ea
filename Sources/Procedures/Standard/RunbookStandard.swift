/// The standard that a runbook of ours is held to: nine sections, options to choose from, a number to validate by,
/// commands in blocks, and two engineers who read it. A runbook from elsewhere need not meet it to be used.
package enum RunbookStandard {
  /// How many engineers read a runbook before it counts as approved.
  package static let reviewersNeeded = 2

  /// The names that an incident and its alerts give, whatever the labels are.
  package static let knownVariables: Set<String> = [
    "incident", "number", "title", "severity", "service", "status", "commander", "impact", "started_at", "minutes",
    "alertname", "instance", "host", "next_update_at", "link", "run",
  ]

  /// Whether a procedure means to meet the standard: it says that it is a runbook of this house.
  package static func binds(_ procedure: Procedure) -> Bool { procedure.frontMatter.kind == .runbook }

  /// What the runbook lacks, in the order of its lines; empty where it meets the standard. What could not be read is
  /// in `problems` of the procedure.
  package static func problems(of procedure: Procedure) -> [ProcedureProblem] {
    let places = RunbookPart.places(in: procedure)
    let found =
      sections(procedure, places) + options(procedure, places) + validation(procedure, places)
      + investigation(procedure, places) + commands(procedure) + frontMatter(procedure) + variables(procedure)
    return found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  private static func sections(_ procedure: Procedure, _ places: [RunbookPart: Int]) -> [ProcedureProblem] {
    var problems: [ProcedureProblem] = []
    var last: (part: RunbookPart, place: Int)?
    for part in RunbookPart.allCases {
      guard let place = places[part] else {
        problems.append(
          ProcedureProblem("The section \"\(part.rawValue)\" is missing: add `## \(part.rawValue)`."))
        continue
      }
      let line = procedure.sections[place].line
      if let last, place < last.place {
        problems.append(
          ProcedureProblem(
            line: line, "\"\(part.rawValue)\" stands before \"\(last.part.rawValue)\"; put it after."))
      } else {
        last = (part, place)
      }
      if procedure.lines(ofSection: place).dropFirst().allSatisfy({ $0.trimmed.isEmpty }) {
        problems.append(ProcedureProblem(line: line, "\"\(part.rawValue)\" is empty: say at least one sentence."))
      } else if !part.isForReading, steps(of: place, in: procedure).isEmpty {
        problems.append(
          ProcedureProblem(line: line, "\"\(part.rawValue)\" has nothing to tick: number what is to be done."))
      }
    }
    if procedure.steps.isEmpty { problems.append(ProcedureProblem("There is nothing to tick: no list items to do.")) }
    return problems
  }

  private static func options(_ procedure: Procedure, _ places: [RunbookPart: Int]) -> [ProcedureProblem] {
    guard let place = places[.options] else { return [] }
    let count = procedure.options.count
    guard count < 2 else {
      let lines = Set(procedure.options.map(\.line))
      return procedure.optionHeadings.map { procedure.sections[$0] }.filter { !lines.contains($0.line) }.map {
        ProcedureProblem(
          line: $0.line, "\"\($0.title)\" cannot be chosen, for there is nothing to tick: number what is to be done.")
      }
    }
    return [
      ProcedureProblem(
        line: procedure.sections[place].line,
        "Resolution options: \(count) found, at least 2 wanted, each as a heading (`### Option A: …`) with its steps.")
    ]
  }

  private static func validation(_ procedure: Procedure, _ places: [RunbookPart: Int]) -> [ProcedureProblem] {
    guard let place = places[.validation] else { return [] }
    let line = procedure.sections[place].line
    let expectations = steps(of: place, in: procedure).flatMap(\.checks).compactMap(\.expect)
    if expectations.contains(where: { $0.contains(where: \.isNumber) }) { return [] }
    let names = procedure.lines(ofSection: place).dropFirst().contains { $0.contains(where: \.isNumber) }
    let example = "```promql expect=\"< 0.001\""
    return [
      ProcedureProblem(
        line: line,
        names
          ? "Validation has no check with a number in its answer: write one as \(example)."
          : "Validation names no number to be reached, so nobody can tell it is over: write a check as \(example).")
    ]
  }

  private static func investigation(_ procedure: Procedure, _ places: [RunbookPart: Int]) -> [ProcedureProblem] {
    guard let place = places[.investigation] else { return [] }
    return steps(of: place, in: procedure).flatMap(\.commands).filter { $0.risk == .destructive }.map {
      ProcedureProblem(
        line: $0.line, "Investigation destroys something here; finding out changes nothing, so move it to an option.")
    }
  }

  /// A command inside a sentence can neither be copied nor judged.
  private static func commands(_ procedure: Procedure) -> [ProcedureProblem] {
    procedure.steps.flatMap { step in
      InlineCommand.all(in: step.text).map { found in
        ProcedureProblem(
          line: step.line + found.line,
          "`\(StepTitle.shortened(found.text))` is a command inside a sentence: put it into a block of its own.")
      }
    }
  }

  private static func frontMatter(_ procedure: Procedure) -> [ProcedureProblem] {
    let front = procedure.frontMatter
    var problems: [ProcedureProblem] = []
    if front.rules.isEmpty, front.alerts.isEmpty {
      problems.append(
        ProcedureProblem("No rule leads here: add `rules:` or `alerts:` with their names to the front matter."))
    }
    func want(_ isThere: Bool, _ key: String, _ meaning: String) {
      if !isThere { problems.append(ProcedureProblem("No \(meaning): add `\(key)` to the front matter.")) }
    }
    want(front.title != nil, "title: …", "title")
    want(front.tier != nil, "tier: 2", "tier")
    want(front.severity != nil, "severity: SEV2", "severity to begin with")
    want(front.target != nil, "target: 15m", "target (how long the whole should take)")
    want(front.rto != nil, "rto: 4h", "recovery time objective of its tier")
    let reviewers = Set(front.reviewers.map { $0.trimmed.lowercased() }).subtracting([""])
    if reviewers.count < reviewersNeeded {
      problems.append(
        ProcedureProblem(
          "Not approved yet: \(reviewers.count) of \(reviewersNeeded) reviewers; add their names to `reviewers:`.",
          isBlocking: false))
    }
    return problems
  }

  /// What an incident may not give needs a value, or a word on what it stands for: a stranger is asked for it at night.
  private static func variables(_ procedure: Procedure) -> [ProcedureProblem] {
    let front = procedure.frontMatter
    let lines = SourceLines.split(procedure.source)
    return procedure.unfilled.compactMap { name in
      guard !knownVariables.contains(name), front.asks[name] == nil, front.variables[name, default: ""].isEmpty
      else { return nil }
      let line = lines.firstIndex { Placeholder.names(in: String($0)).contains(name) }.map { $0 + 1 } ?? 1
      return ProcedureProblem(
        line: line,
        front.variables[name] == nil
          ? "{{\(name)}} comes from nowhere: say under `asks:` what it stands for, or give it a value under `variables:`."
          : "{{\(name)}} is asked for, and nobody says what it stands for: say so under `asks:`.")
    }
  }

  private static func steps(of place: Int, in procedure: Procedure) -> [ProcedureStep] {
    let section = procedure.sections[place]
    let next = procedure.sections[(place + 1)...].first { $0.level <= section.level }
    return procedure.steps.filter { $0.line >= section.line && $0.line < next?.line ?? Int.max }
  }
}
