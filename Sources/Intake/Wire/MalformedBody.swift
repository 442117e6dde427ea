/// Why a body cannot be taken in: which field, and what is wrong with it.
package struct MalformedBody: Error, Hashable, Sendable {
  /// The path of the field, "alerts[3].startsAt"; "body" where no field can be named.
  package var field: String
  /// What is wrong, and where it helps what would be right. Text from the body is quoted and made printable.
  package var problem: String
  /// Whether it is refused for its size alone (413) and not for its content (400).
  package var isTooLarge: Bool

  package init(_ field: String, _ problem: String, isTooLarge: Bool = false) {
    self.field = field
    self.problem = problem
    self.isTooLarge = isTooLarge
  }

  /// "alerts[3].startsAt: "x" is not an RFC 3339 time".
  package var sentence: String { "\(field): \(problem)" }

  /// The same fault seen from outside: "startsAt" inside "alerts[3]" is "alerts[3].startsAt".
  func inside(_ parent: String) -> MalformedBody {
    MalformedBody(field == "body" ? parent : "\(parent).\(field)", problem, isTooLarge: isTooLarge)
  }
}

extension MalformedBody {
  init(_ field: String, _ fault: JSONFault) {
    self.init(field, "\(fault.problem) (byte \(fault.offset))")
  }
}

/// Text from outside within a sentence: in quotes, at most 60 characters, nothing in it that could move a cursor.
func quoted(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars.prefix(60) {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return "\"\(shown)\"" + (text.unicodeScalars.count > 60 ? "…" : "")
}
