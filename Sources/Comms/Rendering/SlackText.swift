/// A message as Slack's mrkdwn.
package enum SlackText {
  /// What one section of a message holds.
  package static let longestSection = 3_000
  /// What one message holds of them.
  package static let mostSections = 50

  /// The sections of one message: each within Slack's limit, cut at a line or a word. What does not fit ends with a sign
  /// that there is more.
  package static func sections(_ text: String) -> [String] {
    var sections: [String] = []
    var current: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for part in Cut.parts(String(line), longest: longestSection, measure: length) {
        let piece = escaped(part)
        guard let begun = current else {
          current = piece
          continue
        }
        if begun.count + 1 + piece.count <= longestSection {
          current = begun + "\n" + piece
        } else {
          sections.append(begun)
          current = piece
        }
      }
    }
    if let current { sections.append(current) }
    guard sections.count > mostSections else { return sections }
    return sections.prefix(mostSections - 1) + ["…"]
  }

  private static func length(_ character: Character) -> Int {
    switch character {
    case "&": 5
    case "<", ">": 4
    default: 1
    }
  }

  /// The three characters that Slack reads as its own.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}
