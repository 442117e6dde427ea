import Incidents
import Mustache

/// What is wrong in a team's own template of a message.
package struct TemplateProblem: Hashable, Sendable {
  /// From 1.
  package var line: Int
  package var message: String
  /// The name that no message knows, where that is what is wrong.
  package var unknownName: String?
}

extension MessageTemplate {
  /// Every name that a template may use.
  package static let names =
    (DraftMaterial.names + [
      "incident", "severity", "title", "sentence", "status", "next_update_at", "is_drill", "is_correction", "is_final",
    ]).sorted()

  /// What keeps a template from being read, and the names in it that would stay empty.
  package static func problems(in text: String) -> [TemplateProblem] {
    if let broken = broken(text) { return [broken] }
    var problems: [TemplateProblem] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for tag in MessageGaps.names(in: String(line)) {
        guard let name = Self.name(in: tag), !names.contains(name) else { continue }
        let problem = TemplateProblem(line: place + 1, message: "a message knows no '\(name)'", unknownName: name)
        if !problems.contains(where: { $0.unknownName == problem.unknownName }) { problems.append(problem) }
      }
    }
    if !text.contains("sentence") {
      problems.append(
        TemplateProblem(line: 1, message: "it has no {{sentence}}, so nobody could say anything of their own"))
    }
    return problems
  }

  /// The name in a tag; a remark, or a change of the marks, has none.
  private static func name(in tag: String) -> String? {
    guard let first = tag.first, !"!=>%$<.".contains(first) else { return nil }
    let rest = tag.drop { "#^/&{ ".contains($0) }
    let name = String(rest.prefix { $0 != " " && $0 != "}" && $0 != "(" })
    return name.isEmpty ? nil : name
  }

  private static func broken(_ text: String) -> TemplateProblem? {
    do {
      _ = try MustacheTemplate(string: text)
      return nil
    } catch let error as MustacheTemplate.ParserError {
      return TemplateProblem(line: max(error.context.lineNumber, 1), message: "it cannot be read: \(error.error)")
    } catch {
      return TemplateProblem(line: 1, message: "it cannot be read: \(error)")
    }
  }
}
