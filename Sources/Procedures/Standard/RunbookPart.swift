/// The nine sections of a runbook, in order.
package enum RunbookPart: String, CaseIterable, Sendable {
  case symptoms = "Symptoms and detection metrics"
  case impact = "Impact"
  case immediate = "Immediate actions (0-5 min)"
  case investigation = "Investigation (5-30 min)"
  case options = "Resolution options"
  case validation = "Validation"
  case communication = "Communication templates"
  case afterwards = "Post-incident actions"
  case prevention = "Prevention"

  /// Words by which a heading is known to be this part; headings in the wild differ ("Diagnosis", "Mitigation").
  private var words: [String] {
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

  /// Whether nothing is done in it: it is read, sent or kept for later.
  var isForReading: Bool {
    switch self {
    case .symptoms, .impact, .communication, .prevention: true
    case .immediate, .investigation, .options, .validation, .afterwards: false
    }
  }

  /// The first part that a heading could be: "Resolution options" mentions neither detection nor impact.
  package static func of(heading title: String) -> RunbookPart? {
    let title = title.lowercased()
    return allCases.first { part in part.words.contains { title.contains($0) } }
  }

  /// Where each part stands among the sections of a procedure, without those that it lacks.
  static func places(in procedure: Procedure) -> [RunbookPart: Int] {
    let isFlat = procedure.sections.allSatisfy { $0.level == 1 }
    var places: [RunbookPart: Int] = [:]
    for (place, section) in procedure.sections.enumerated() {
      // The title of the whole is no section, although it may bear such a word.
      guard section.level > 1 || isFlat, let part = of(heading: section.title), places[part] == nil else { continue }
      places[part] = place
    }
    return places
  }
}
