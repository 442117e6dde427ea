/// Sections laid out on one sheet for an editor, and read back from it.
package struct SectionSheet: Hashable, Sendable {
  package var text: String

  /// One section stands by itself; several each under a heading that names it.
  package init(_ sections: [HumanSection], of record: ReviewRecord) {
    if sections.count == 1, let section = sections.first {
      text = (record.text(of: section) ?? "") + "\n"
    } else {
      text = sections.map { "# \($0.rawValue)\n\n\(record.text(of: $0) ?? "")\n" }.joined(separator: "\n")
    }
  }

  /// The texts of the sections that a sheet holds, without blank lines around them. A heading of one mark that names
  /// no section is text like any other.
  package static func read(_ text: String, only section: HumanSection? = nil) -> [HumanSection: String] {
    if let section { return [section: trimmed(text)] }
    var texts: [HumanSection: String] = [:]
    var current: HumanSection?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# "), let named = HumanSection(rawValue: trimmed(String(line.dropFirst(2)))) {
        current = named
        texts[named] = ""
      } else if let current {
        texts[current, default: ""] += line + "\n"
      }
    }
    return texts.mapValues(trimmed)
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
