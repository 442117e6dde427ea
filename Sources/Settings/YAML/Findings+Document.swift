import Yams

extension Findings {
  /// The one document of a file; nil where there is none, or where the text is not YAML, which is reported.
  func document(in text: String) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      report(error, lines: text.split(separator: "\n", omittingEmptySubsequences: false).count)
    } catch {
      report(
        line: 1, column: 1, "this is not YAML: \(error)", advice: "compare it with what `sitrep config init` writes")
    }
    return nil
  }

  /// What is missing at the end of the text is found behind it; then the last line is the place to look.
  private func report(_ error: YamlError, lines: Int) {
    let advice = "check the indentation, the colons and the quotes here"
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      report(line: min(mark.line, lines), column: mark.column, "this is not YAML: \(problem)", advice: advice)
    case .composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias")
      report(
        line: min(mark.line, lines), column: mark.column,
        isAlias ? "this alias has no anchor before it" : "a second document begins here",
        advice: isAlias ? "write the value itself, or quote a text that begins with '*'" : "keep one document in a file"
      )
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      report(
        line: context.mark.line, column: context.mark.column, "\(names) stands here more than once",
        advice: "keep one of them")
    default:
      report(line: 1, column: 1, "this is not YAML: \(error)", advice: advice)
    }
  }
}
