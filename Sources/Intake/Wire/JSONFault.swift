/// Why bytes are not the JSON that was expected, and where.
package struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong, without the place: "a string is not closed".
  package var problem: String
  /// The byte at which reading stopped, counted from 0.
  package var offset: Int

  package init(_ problem: String, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}
