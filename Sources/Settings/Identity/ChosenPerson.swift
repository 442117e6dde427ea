/// Which person a user chose to be, by store: a few lines of text in the user's own folder.
package struct ChosenPerson: Hashable, Sendable {
  package static let fileName = "person"

  private var names: [String: String] = [:]

  /// - Parameter text: as `text` writes it; lines that are not so are left out.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      guard let tab = line.lastIndex(of: "\t"), tab != line.startIndex else { continue }
      names[String(line[..<tab])] = String(line[line.index(after: tab)...])
    }
  }

  package subscript(store: String) -> String? {
    get { names[store] }
    set { names[store] = newValue }
  }

  package var text: String {
    names.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }.joined()
  }
}
