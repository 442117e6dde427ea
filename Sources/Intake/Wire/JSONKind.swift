/// The kinds of value that JSON knows.
package enum JSONKind: Hashable, Sendable, CaseIterable {
  case object, array, string, number, bool, null

  /// For a sentence: "a number stands where a string belongs".
  package var words: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string: "a string"
    case .number: "a number"
    case .bool: "true or false"
    case .null: "null"
    }
  }
}
