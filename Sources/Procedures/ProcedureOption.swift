/// One of several ways to put something right: whoever follows the procedure takes one and leaves the others.
package struct ProcedureOption: Hashable, Sendable, Codable {
  /// From 1, in the order of the text.
  package var number: Int
  /// What people call it: "A", "B" …
  package var name: String
  /// What it does, without its name: "roll back the deployment".
  package var title: String
  /// The numbers of its steps, in order; never empty.
  package var steps: [Int]
  /// The line of the file where its heading stands, from 1.
  package var line: Int

  package init(number: Int, name: String, title: String, steps: [Int], line: Int) {
    self.number = number
    self.name = name
    self.title = title
    self.steps = steps
    self.line = line
  }
}
