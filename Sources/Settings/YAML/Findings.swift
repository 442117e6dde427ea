import Yams

/// The problems of one file, gathered while it is read: a person wants to see all of them at once.
final class Findings {
  let file: String
  private(set) var problems: [SettingsProblem] = []

  init(file: String) { self.file = file }

  func report(_ node: Node, _ message: String, advice: String) {
    report(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message, advice: advice)
  }

  func report(line: Int, column: Int, _ message: String, advice: String) {
    problems.append(
      SettingsProblem(file: file, line: max(1, line), column: max(1, column), message: message, advice: advice))
  }
}
