/// A command that stands inside a sentence between backticks.
struct InlineCommand: Hashable {
  var text: String
  /// How many lines below the beginning of the text it stands.
  var line: Int

  /// Those of a text, blocks of code left out. A name alone (`kubectl`) is no command.
  static func all(in markdown: String) -> [InlineCommand] {
    var found: [InlineCommand] = []
    var isCode = false
    for (number, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let bare = line.trimmedStart
      if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
        isCode.toggle()
        continue
      }
      guard !isCode else { continue }
      let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
      for place in stride(from: 1, to: pieces.count - 1, by: 2) {
        let text = String(pieces[place])
        if text.split(separator: " ").count > 2, CodeReading.looksRunnable(text) {
          found.append(InlineCommand(text: text, line: number))
        }
      }
    }
    return found
  }
}
