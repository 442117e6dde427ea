/// A file that `config init` writes: commented, and saying just what holds without it.
package struct InitialFile: Hashable, Sendable {
  package var name: String
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
