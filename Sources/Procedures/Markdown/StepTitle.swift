/// One short line that names a step.
enum StepTitle {
  /// Room for it on a narrow terminal, beside number and state.
  static let greatestLength = 72

  /// An item's emphasised lead, else its first sentence.
  static func of(_ prose: MarkdownBlock.Prose) -> String {
    // "Immediately:" alone would name nothing.
    if let lead = prose.lead, lead.contains(" ") || lead.count > 12 {
      return shortened(strippedEnd(lead))
    }
    return shortened(strippedEnd(sentences(of: prose.text).first ?? prose.text))
  }

  /// The sentence of a paragraph that stands right before its code.
  static func introducing(_ prose: MarkdownBlock.Prose) -> String {
    shortened(strippedEnd(sentences(of: prose.text).last ?? prose.text))
  }

  static func shortened(_ text: String) -> String {
    guard text.count > greatestLength else { return text }
    let cut = text.prefix(greatestLength - 1)
    // Breaking between words costs at most a third of the line.
    let place = cut.lastIndex(of: " ") ?? cut.endIndex
    let short =
      cut.distance(from: cut.startIndex, to: place) > greatestLength * 2 / 3 ? cut[..<place] : cut
    return short.trimmed + "…"
  }

  private static func strippedEnd(_ text: String) -> String {
    var text = text.trimmed
    while let last = text.last, ".:,;。：，".contains(last) { text.removeLast() }
    return text
  }

  private static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    var pending = false
    for character in text {
      if pending, character == " " || current.last == "。" {
        sentences.append(current.trimmed)
        current = ""
      }
      pending = character == "。" || ".!?".contains(character) && current.count > 8
      current.append(character)
    }
    if !current.trimmed.isEmpty { sentences.append(current.trimmed) }
    return sentences
  }
}
