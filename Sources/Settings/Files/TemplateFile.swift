import Comms
import Incidents

/// `templates/AUDIENCE.mustache`: the team's own words in place of those that ship.
enum TemplateFile {
  static let folder = "templates"
  private static let ending = ".mustache"

  /// The names of the files that are read.
  static let names = Audience.allCases.map { "\(folder)/\($0.rawValue)\(ending)" }

  static func isTemplate(_ name: String) -> Bool { name.hasSuffix(ending) && !name.hasPrefix(".") }

  /// - Returns: nil where the template is wrong; then what ships holds.
  static func read(_ file: InitialFile) -> (template: (Audience, String)?, problems: [SettingsProblem]) {
    guard let place = names.firstIndex(of: file.name) else { return (nil, []) }
    let problems = MessageTemplate.problems(in: file.text).map { problem in
      SettingsProblem(
        file: file.name, line: problem.line, column: 1, message: problem.message,
        advice: problem.unknownName.map { NearestWord.advice(for: $0, among: MessageTemplate.names) }
          ?? "compare it with the one that ships, in docs/templates/comms")
    }
    return (problems.isEmpty ? (Audience.allCases[place], file.text) : nil, problems)
  }
}
