package import Incidents

/// What a person types to declare: "SEV2 api: 5xx on checkout", "2 5xx on checkout" or only "5xx on checkout".
package enum DeclareLine {
  /// Without a severity it is SEV2: when unsure, the higher one of the two that are common.
  package static func parse(_ line: String) -> Result<Declare, Trouble> {
    var words = line.split(separator: " ", omittingEmptySubsequences: true)[...]
    var severity = Severity.sev2
    if let first = words.first, words.count > 1, let given = severityWord(first) {
      severity = given
      words = words.dropFirst()
    }
    var service: String?
    if let first = words.first, first.hasSuffix(":"), words.count > 1, first.count > 1 {
      service = String(first.dropLast())
      words = words.dropFirst()
    }
    let title = words.joined(separator: " ")
    guard !title.isEmpty else {
      return .failure(Trouble(.badInput, "A title is missing: say in a few words what is wrong."))
    }
    return .success(Declare(title: title, severity: severity, service: service))
  }

  /// Only unmistakable words: "1" alone could begin a title ("1 in 8 checkouts fails").
  private static func severityWord(_ word: Substring) -> Severity? {
    let lower = word.lowercased()
    guard lower.hasPrefix("sev") || lower.hasPrefix("p"), lower.count <= 4 else { return nil }
    return Severity(lower)
  }
}
